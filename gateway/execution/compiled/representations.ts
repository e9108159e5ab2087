import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { Tree } from './run';
import type { Types } from './types';

/** Reads from an object what a room needs to know of it; nothing when a part of it is not there. */
export type Reader = (object: Tree) => Tree | undefined;

type Part = {
  /** Where it stands in the response, and what the room calls it. */
  readonly from: string;
  readonly to: string;
  readonly inner?: readonly Selected[];
};
type Selected = { readonly names?: ReadonlySet<string>; readonly parts: readonly Part[] };

export type RequiredName = (field: string) => string;
const asItIs: RequiredName = (field) => field;

/** Compiles the `requires` of a fetch. @param nameOf what the room calls a field of the plan */
export function compileRequires(
  selections: readonly QueryPlanSelectionNode[],
  types: Types,
  nameOf: RequiredName = asItIs,
): Reader {
  const selected = select(selections, types, nameOf);
  return (object) => {
    const found = read(object, selected);
    // Without a type no room knows whom it is asked for.
    return found?.__typename ? found : undefined;
  };
}

/** Fields beside each other are read together; each inline fragment is a group with its condition. */
function select(selections: readonly QueryPlanSelectionNode[], types: Types, nameOf: RequiredName): Selected[] {
  const parts: Part[] = [];
  const groups: Selected[] = [{ parts }];
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const { name, selections: inner } = selection;
      parts.push({ from: name, to: nameOf(name), inner: inner && select(inner, types, nameOf) });
    } else {
      const inner = select(selection.selections, types, nameOf);
      const { typeCondition } = selection;
      groups.push(...(typeCondition ? inner.map((each) => within(each, types.withinCondition(typeCondition))) : inner));
    }
  }
  return groups.filter((group) => group.parts.length > 0);
}

const within = ({ names, parts }: Selected, outer: ReadonlySet<string>): Selected => ({
  names: names ? new Set([...names].filter((name) => outer.has(name))) : outer,
  parts,
});

function read(object: Tree, selected: readonly Selected[]): Tree | undefined {
  const result: Tree = {};
  for (const { names, parts } of selected) {
    if (names && !names.has(object.__typename as string)) continue;
    for (const { from, to, inner } of parts) {
      const value = object[from];
      // What is required and missing was lost to an error that is told already.
      if (value === undefined) return undefined;
      const copy = inner ? readAny(value, inner) : value;
      result[to] = isPlain(result[to]) && isPlain(copy) ? { ...result[to], ...copy } : copy;
    }
  }
  return result;
}

const isPlain = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

function readAny(value: unknown, inner: readonly Selected[]): unknown {
  if (value === null) return null;
  if (Array.isArray(value)) return value.map((item) => readAny(item ?? null, inner));
  return read(value as Tree, inner) ?? null;
}

/**
 * A text that two representations share only when they are equal. Representations of one fetch and one type have the same
 * keys in the same order, so values suffice; lengths keep them apart.
 */
export function keyOf(representation: Tree): string {
  let key = '';
  for (const name in representation) {
    const value = representation[name];
    key += typeof value === 'string' ? `${value.length}:${value}` : `${JSON.stringify(value)};`;
  }
  return key;
}
