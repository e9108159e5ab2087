import {
  Kind,
  OperationTypeNode,
  parse,
  print,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

const DEFER: DirectiveNode = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'defer' } };

const deferred = (selections: readonly SelectionNode[]): SelectionNode => ({
  kind: Kind.INLINE_FRAGMENT,
  directives: [DEFER],
  selectionSet: { kind: Kind.SELECTION_SET, selections },
});

/** Numbers from 0 up to 1, the same for the same seed. (Mulberry32) */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same operation with some of what it asks deferred; only the root of a mutation may not be. */
export function withDefers(query: string, random: () => number): string {
  const document = parse(query);
  const split = ({ selections }: SelectionSetNode): SelectionSetNode => {
    const first: SelectionNode[] = [];
    const later: SelectionNode[] = [];
    for (const selection of selections) (random() < 0.4 ? later : first).push(selection);
    return {
      kind: Kind.SELECTION_SET,
      selections: later.length > 0 ? [...first, deferred(later)] : selections,
    };
  };
  const root = document.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );
  const changed: DocumentNode = visit(document, {
    SelectionSet: {
      leave: (node, _key, parent) =>
        parent === root && root?.operation !== OperationTypeNode.QUERY ? undefined : split(node),
    },
  });
  return print(changed);
}
