import { isTree, type Tree } from '../run';
import type { Types } from '../types';

/**
 * Adds what a room answered to an object of the response. Objects and lists that both have grow together. A null never takes
 * the place of something: it says that this room has nothing, not that another room's part is gone.
 * @param copies whether the source stays as it is, whatever is added to the target later
 */
export function merge(target: Tree, source: Tree, types: Types, copies = false): void {
  for (const key in source) {
    // No room was asked for this: names that objects have by themselves are never sent (names.ts).
    if (key === '__proto__') continue;
    const incoming = source[key];
    const present = target[key];
    if (present == null) {
      if (incoming !== undefined) target[key] = copies ? copyOf(incoming) : incoming;
    } else if (incoming != null && incoming !== present) {
      target[key] = combine(present, incoming, key, types, copies);
    }
  }
}

/** What is neither list nor plain object is a leaf, such as a scalar that a room of this process makes a class of. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isTree(value) || !isPlain(value)) return value;
  const copy: Tree = { ...value };
  for (const key in copy) if (typeof copy[key] === 'object') copy[key] = copyOf(copy[key]);
  return copy;
}

function isPlain(value: Tree): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function combine(present: unknown, incoming: unknown, key: string, types: Types, copies: boolean): unknown {
  if (Array.isArray(present)) {
    if (Array.isArray(incoming) && incoming.length === present.length)
      mergeLists(present, incoming, key, types, copies);
    // Lists that do not agree cannot be laid over each other; what later fetches were asked for stands in the first.
    return present;
  }
  if (isTree(present)) {
    if (isTree(incoming)) merge(present, incoming, types, copies);
    return present;
  }
  // A room with an @interfaceObject knows the interface only, which must not hide what the object really is.
  if (key === '__typename' && types.interfaces.has(incoming as string)) return present;
  return incoming;
}

function mergeLists(present: unknown[], incoming: unknown[], key: string, types: Types, copies: boolean): void {
  for (let index = 0; index < incoming.length; index++) {
    const item = incoming[index];
    if (item == null || item === present[index]) continue;
    const there = present[index];
    if (there == null) present[index] = copies ? copyOf(item) : item;
    else present[index] = combine(there, item, key, types, copies);
  }
}
