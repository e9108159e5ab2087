import {
  printSchema,
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  Supergraph,
  type Schema,
} from '@apollo/federation-internals';
import { Kind, parse, visit, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { noArguments, withoutArguments, type RequiredArguments } from './requiredArguments';

/** A supergraph as Apollo's planner plans it rightly, and what that changed. */
export type Plannable = { readonly supergraph: Supergraph; readonly required: RequiredArguments };

/**
 * Two things the planner gets wrong are put so that it gets them right. It forgets the arguments of what a field requires, so
 * each such field becomes one of its own without arguments. And of a type's keys in a room it takes the first for asking that
 * room, resolvable or not, so those that are resolvable come first. Most supergraphs have neither and stay as they are.
 */
export function plannable(supergraph: Supergraph): Plannable {
  if (!needsChange(supergraph.schema)) return { supergraph, required: noArguments };
  const document = parse(printSchema(supergraph.schema), { noLocation: true });
  const { document: changed, required } = withoutArguments(resolvableFirst(document));
  const options = { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, validateSupergraph: false };
  return { supergraph: Supergraph.build(changed, options), required };
}

function needsChange(schema: Schema): boolean {
  return [...schema.types()].some((type) => {
    const keys = type
      .appliedDirectivesOf('join__type')
      .map((applied) => applied.arguments() as { resolvable?: boolean });
    const firstUnresolvable = keys.findIndex(({ resolvable }) => resolvable === false);
    if (firstUnresolvable >= 0 && keys.slice(firstUnresolvable).some(({ resolvable }) => resolvable !== false))
      return true;
    const fields = 'fields' in type ? [...type.fields()] : [];
    return fields.some((field) =>
      field.appliedDirectivesOf('join__field').some((applied) => {
        const { requires } = applied.arguments() as { requires?: string };
        return requires?.includes('(');
      }),
    );
  });
}

const isUnresolvable = ({ name, arguments: given = [] }: ConstDirectiveNode): boolean =>
  name.value === 'join__type' &&
  given.some((each) => each.name.value === 'resolvable' && each.value.kind === Kind.BOOLEAN && !each.value.value);

function resolvableFirst(document: DocumentNode): DocumentNode {
  const sorted = <Node extends { readonly directives?: readonly ConstDirectiveNode[] }>(node: Node): Node => ({
    ...node,
    directives: node.directives?.toSorted((one, other) => Number(isUnresolvable(one)) - Number(isUnresolvable(other))),
  });
  return visit(document, { ObjectTypeDefinition: sorted, InterfaceTypeDefinition: sorted });
}
