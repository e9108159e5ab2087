import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Guards } from './guards';

/** A selection with what it demands; fragments stand where they were spread, for what they demand depends on the place. */
export type Annotated =
  | { readonly node: FieldNode; readonly needs: ReadonlySet<number>; readonly below: readonly Annotated[] }
  | {
      readonly condition?: NamedTypeNode;
      readonly directives: readonly DirectiveNode[];
      readonly below: readonly Annotated[];
    };

const NOTHING: ReadonlySet<number> = new Set();

export function annotator(schema: GraphQLSchema, guards: Guards) {
  const possibleOf = (type: GraphQLCompositeType): readonly string[] =>
    isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];

  return function annotate(document: DocumentNode, { operation, selectionSet }: OperationDefinitionNode) {
    const fragments = new Map<string, FragmentDefinitionNode>();
    for (const each of document.definitions)
      if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);

    function field(node: FieldNode, parent: GraphQLCompositeType, possible: readonly string[]): Annotated {
      const name = node.name.value;
      const definition = isUnionType(parent) ? undefined : parent.getFields()[name];
      // Introspection, and the schema's own __typename, guard nothing.
      if (!definition || name.startsWith('__')) return { node, needs: NOTHING, below: [] };
      // A field of an interface is guarded when it is for any type that it can turn out to be.
      const needs = new Set([parent.name, ...possible].flatMap((type) => [...guards.ofField(type, name)]));
      const type = getNamedType(definition.type);
      const below = node.selectionSet && isCompositeType(type) ? walk(node.selectionSet, type, possibleOf(type)) : [];
      return { node, needs, below };
    }

    function fragment(
      parts: { typeCondition?: NamedTypeNode; directives?: readonly DirectiveNode[]; selectionSet: SelectionSetNode },
      parent: GraphQLCompositeType,
      possible: readonly string[],
    ): Annotated {
      const named = parts.typeCondition && schema.getType(parts.typeCondition.name.value);
      const type = isCompositeType(named) ? named : parent;
      const inner = new Set(possibleOf(type));
      const below = walk(
        parts.selectionSet,
        type,
        possible.filter((each) => inner.has(each)),
      );
      return { condition: parts.typeCondition, directives: parts.directives ?? [], below };
    }

    function selection(node: SelectionNode, parent: GraphQLCompositeType, possible: readonly string[]): Annotated[] {
      if (node.kind === Kind.FIELD) return [field(node, parent, possible)];
      if (node.kind === Kind.INLINE_FRAGMENT) return [fragment(node, parent, possible)];
      const spread = fragments.get(node.name.value);
      return spread ? [fragment({ ...spread, directives: node.directives }, parent, possible)] : [];
    }

    const walk = (set: SelectionSetNode, parent: GraphQLCompositeType, possible: readonly string[]): Annotated[] =>
      set.selections.flatMap((each) => selection(each, parent, possible));

    const root = schema.getRootType(operation);
    return isObjectType(root) ? walk(selectionSet, root, [root.name]) : [];
  };
}
