import { Kind, visit, type DirectiveNode, type DocumentNode, type FieldNode, type SelectionNode } from 'graphql';

const ANYTHING: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

const isCondition = ({ name }: DirectiveNode): boolean => name.value === 'skip' || name.value === 'include';

/** What a literal in `@skip` or `@include` decides about a selection; nothing where a variable decides. */
function verdict(directive: DirectiveNode): boolean | undefined {
  const value = directive.arguments?.[0]?.value;
  if (value?.kind !== Kind.BOOLEAN || !isCondition(directive)) return undefined;
  return value.value === (directive.name.value === 'include');
}

function decide<Node extends SelectionNode>(node: Node): Node | null | undefined {
  const verdicts = (node.directives ?? []).map(verdict);
  if (verdicts.includes(false)) return null;
  if (!verdicts.includes(true)) return undefined;
  return { ...node, directives: node.directives?.filter((_, index) => verdicts[index] === undefined) };
}

const isCertain = (node: SelectionNode): boolean => node.kind === Kind.FIELD && !node.directives?.some(isCondition);

/**
 * An operation that the planner takes as it is meant. It forgets a literal `@skip` or `@include` within a selection that a
 * variable may leave out, so what a literal leaves out is left out here. And it leaves out an object when a variable leaves
 * out each of its fields, so every object has a field that nothing leaves out.
 */
export const withoutDoubt = (document: DocumentNode): DocumentNode =>
  visit(document, {
    Field: {
      enter: decide,
      leave(node) {
        if (!node.selectionSet || node.selectionSet.selections.some(isCertain)) return undefined;
        const selections = [ANYTHING, ...node.selectionSet.selections];
        return { ...node, selectionSet: { ...node.selectionSet, selections } };
      },
    },
    InlineFragment: decide,
    FragmentSpread: decide,
    SelectionSet: {
      leave: (node) => (node.selections.length > 0 ? undefined : { ...node, selections: [ANYTHING] }),
    },
  });
