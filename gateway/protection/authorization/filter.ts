import {
  Kind,
  print,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Annotated } from './annotate';

/** A field that was taken out: what it is called in the answer and in the schema. */
export type Removed = { readonly responseName: string; readonly field: string };

/** An operation without what may not be seen. Where a field was taken out, a mark stands: its object's `__typename`. */
export type Filtered = {
  readonly source: string;
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly removed: ReadonlyMap<string, Removed>;
  /** Where fields were taken out, as far as the operation alone can tell. */
  readonly places: readonly (readonly string[])[];
  /** Whether any field of the root is left. */
  readonly anythingLeft: boolean;
};

const responseNameOf = ({ alias, name }: FieldNode) => (alias ?? name).value;

function names(selections: readonly Annotated[]): string[] {
  return selections.flatMap((each) =>
    'node' in each ? [responseNameOf(each.node), ...names(each.below)] : names(each.below),
  );
}

/** A beginning that no name in the answer has. */
function freePrefix(selections: readonly Annotated[]): string {
  const taken = names(selections);
  let prefix = 'removed_';
  while (taken.some((name) => name.startsWith(prefix))) prefix = `_${prefix}`;
  return prefix;
}

const rootFields = (selections: readonly Annotated[]): Extract<Annotated, { node: FieldNode }>[] =>
  selections.flatMap((each) => ('node' in each ? [each] : rootFields(each.below)));

/** @param denied numbers of the demands that are not met */
export function filter(
  definition: OperationDefinitionNode,
  selections: readonly Annotated[],
  denied: ReadonlySet<number>,
): Filtered {
  const prefix = freePrefix(selections);
  const marks = new Map<string, string>();
  const removed = new Map<string, Removed>();
  const places: string[][] = [];
  const isDenied = ({ needs }: { needs: ReadonlySet<number> }) => [...needs].some((each) => denied.has(each));

  function markFor(node: FieldNode): FieldNode {
    const key = `${responseNameOf(node)} ${node.name.value}`;
    const mark = marks.get(key) ?? `${prefix}${marks.size}`;
    marks.set(key, mark);
    removed.set(mark, { responseName: responseNameOf(node), field: node.name.value });
    const alias = { kind: Kind.NAME, value: mark } as const;
    return { kind: Kind.FIELD, alias, name: { kind: Kind.NAME, value: '__typename' }, directives: node.directives };
  }

  function rewritten(each: Annotated, path: readonly string[]): SelectionNode {
    if (!('node' in each)) {
      const { condition, directives, below } = each;
      return { kind: Kind.INLINE_FRAGMENT, typeCondition: condition, directives, selectionSet: setOf(below, path) };
    }
    const place = [...path, responseNameOf(each.node)];
    if (isDenied(each)) {
      places.push(place);
      return markFor(each.node);
    }
    return each.below.length > 0 ? { ...each.node, selectionSet: setOf(each.below, place) } : each.node;
  }

  const setOf = (below: readonly Annotated[], path: readonly string[]): SelectionSetNode => ({
    kind: Kind.SELECTION_SET,
    selections: below.map((each) => rewritten(each, path)),
  });
  const kept = { ...definition, selectionSet: setOf(selections, []) };
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [kept] };
  const anythingLeft = rootFields(selections).some((each) => !isDenied(each) && each.node.name.value !== '__typename');
  return { source: print(document), document, definition: kept, removed, places, anythingLeft };
}
