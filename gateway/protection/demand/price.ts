import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  OperationTypeNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { inputCost, valueReader, type ReadValue, type Variables } from './inputs';
import { listCount, UNSAID, type Count } from './lists';
import type { Weights } from './weights';

/** A field of an operation with what makes its price; fragments are gone. */
export type Priced = {
  readonly name: string;
  readonly weight: number;
  /** How many values it is expected to have. */
  readonly count: Count;
  readonly inputs: Count;
  readonly isAsked: (variables: Variables) => boolean;
  readonly below: readonly Priced[];
};

export type Price = { readonly base: number; readonly fields: readonly Priced[] };

type Pricing = {
  readonly schema: GraphQLSchema;
  readonly weights: Weights;
  readonly read: (node: ValueNode) => ReadValue;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
};
/** Lengths of lists that the field above tells. */
type Sized = ReadonlyMap<string, Count>;
type Given = ReadonlyMap<string, ValueNode>;

const MUTATION = 10;
const one: Count = () => 1;
const unsaid: Count = () => UNSAID;
const always = () => true;

function askedWhen({ read }: Pricing, directives: readonly DirectiveNode[] = []): Priced['isAsked'] {
  const conditions = directives.flatMap(({ name, arguments: [argument] = [] }) =>
    argument && (name.value === 'skip' || name.value === 'include')
      ? [{ wanted: name.value === 'include', value: read(argument.value) }]
      : [],
  );
  if (conditions.length === 0) return always;
  return (variables) => conditions.every(({ wanted, value }) => value(variables) === wanted);
}

function inputsOf(
  { weights, read }: Pricing,
  parent: string,
  { name, args }: GraphQLField<unknown, unknown>,
  given: Given,
): Count {
  const inputs = args.flatMap((argument) => {
    const node = given.get(argument.name);
    return node
      ? [{ type: argument.type, value: read(node), own: weights.ofArgument(parent, name, argument.name) }]
      : [];
  });
  return (variables) =>
    inputs.reduce((sum, { type, value, own }) => sum + inputCost(weights, type, value(variables), own), 0);
}

function priceField(pricing: Pricing, node: FieldNode, parent: GraphQLCompositeType, sized: Sized): Priced[] {
  const { weights, read } = pricing;
  const name = node.name.value;
  const field = isUnionType(parent) ? undefined : parent.getFields()[name];
  if (!field) return [];
  const given: Given = new Map((node.arguments ?? []).map((each) => [each.name.value, each.value]));
  const size = weights.listSize(parent.name, name);
  const count = size ? listCount(size, field, given, read) : unsaid;
  const below: Sized = new Map((size?.sizedFields ?? []).map((each) => [each, count]));
  const type = getNamedType(field.type);
  return [
    {
      name: (node.alias ?? node.name).value,
      weight: weights.ofField(parent.name, name),
      count: isListType(getNullableType(field.type)) ? (sized.get(name) ?? (below.size > 0 ? unsaid : count)) : one,
      inputs: inputsOf(pricing, parent.name, field, given),
      isAsked: askedWhen(pricing, node.directives),
      below: node.selectionSet && isCompositeType(type) ? priceAll(pricing, node.selectionSet, type, below) : [],
    },
  ];
}

function priceSelection(pricing: Pricing, node: SelectionNode, parent: GraphQLCompositeType, sized: Sized): Priced[] {
  if (node.kind === Kind.FIELD) return priceField(pricing, node, parent, sized);
  const fragment = node.kind === Kind.FRAGMENT_SPREAD ? pricing.fragments.get(node.name.value) : node;
  if (!fragment) return [];
  const named = fragment.typeCondition && pricing.schema.getType(fragment.typeCondition.name.value);
  const inner = priceAll(pricing, fragment.selectionSet, isCompositeType(named) ? named : parent, sized);
  const asked = askedWhen(pricing, node.directives);
  if (asked === always) return inner;
  return inner.map((each) => ({ ...each, isAsked: (variables) => asked(variables) && each.isAsked(variables) }));
}

const priceAll = (pricing: Pricing, set: SelectionSetNode, parent: GraphQLCompositeType, sized: Sized): Priced[] =>
  set.selections.flatMap((each) => priceSelection(pricing, each, parent, sized));

/** @see https://ibm.github.io/graphql-specs/cost-spec.html */
export const pricer =
  (schema: GraphQLSchema, weights: Weights) =>
  ({ definitions }: DocumentNode, operation: OperationDefinitionNode): Price => {
    const fragments = new Map<string, FragmentDefinitionNode>();
    for (const each of definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
    const pricing = { schema, weights, read: valueReader(operation), fragments };
    const root = schema.getRootType(operation.operation);
    return {
      base: operation.operation === OperationTypeNode.MUTATION ? MUTATION : 0,
      fields: root ? priceAll(pricing, operation.selectionSet, root, new Map()) : [],
    };
  };
