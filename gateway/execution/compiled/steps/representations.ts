import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { isTree, type Tree } from '../run';
import type { Types } from '../types';

/**
 * Reads from an object what a room needs to know of it; nothing when a part of it is not there.
 * @param lenient leaves out the part instead
 */
export type Reader = (object: Tree, lenient: boolean) => Tree | undefined;

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
  return (object, lenient) => {
    const found = read(object, selected, lenient);
    // Without a type and something to know it by, no room knows whom it is asked for.
    return found?.__typename && Object.keys(found).length > 1 ? found : undefined;
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

function read(object: Tree, selected: readonly Selected[], lenient: boolean): Tree | undefined {
  let result: Tree | undefined;
  for (const { names, parts } of selected) {
    if (names && !names.has(object.__typename as string)) continue;
    const found = readParts(object, parts, lenient);
    // A condition of the client's leaves out what one fragment requires, while another is whole.
    if (!found && !names) return undefined;
    if (found && result) combine(result, found);
    else result ??= found;
  }
  return result ?? {};
}

/** Answers nothing when a part is missing: it was left out, or lost to an error that is told already. */
function readParts(object: Tree, parts: readonly Part[], lenient: boolean): Tree | undefined {
  const result: Tree = {};
  for (const { from, to, inner } of parts) {
    const value = object[from];
    if (value !== undefined) result[to] = inner ? readAny(value, inner, lenient) : value;
    else if (!lenient) return undefined;
  }
  return result;
}

function combine(result: Tree, found: Tree): void {
  for (const key in found) {
    const [one, other] = [result[key], found[key]];
    if (Array.isArray(one) && Array.isArray(other)) combineLists(one, other);
    else if (isTree(one) && isTree(other)) combine(one, other);
    else result[key] = other;
  }
}

/** Both are copies of one list. */
function combineLists(one: unknown[], other: unknown[]): void {
  for (const [index, item] of other.entries()) {
    const present = one[index];
    if (Array.isArray(present) && Array.isArray(item)) combineLists(present, item);
    else if (isTree(present) && isTree(item)) combine(present, item);
  }
}

function readAny(value: unknown, inner: readonly Selected[], lenient: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => readAny(item, inner, lenient));
  return isTree(value) ? (read(value, inner, lenient) ?? null) : null;
}

/** What two representations of one type share only when they are equal. */
export type KeyOf = (representation: Tree) => unknown;

/** Most representations have one value beside their type. It is the key itself: a text made for it would have to be read to be found. */
export function compileKey(selections: readonly QueryPlanSelectionNode[], nameOf: RequiredName = asItIs): KeyOf {
  const parts = new Set(partsOf(selections));
  parts.delete('__typename');
  const [only] = parts;
  if (parts.size !== 1 || only === undefined) return textOf;
  const name = nameOf(only);
  return (representation) => representation[name];
}

/** Names of fields; nothing in the place of one that has fields itself. */
const partsOf = (selections: readonly QueryPlanSelectionNode[]): (string | undefined)[] =>
  selections.flatMap((selection) => {
    if (selection.kind !== 'Field') return partsOf(selection.selections);
    return selection.selections ? [undefined] : [selection.name];
  });

/** Representations of one fetch and one type have the same keys in the same order, so values suffice; lengths keep them apart. */
function textOf(representation: Tree): string {
  let text = '';
  for (const name in representation) {
    const value = representation[name];
    if (typeof value === 'string') text += `${value.length}:${value}`;
    else text += `${typeof value === 'number' ? value : JSON.stringify(value)};`;
  }
  return text;
}
