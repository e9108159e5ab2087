import type { ExecutionResult } from 'graphql';
import type { Increment, Parts } from '../../../gateway/execution/executor';
import { plain } from './answer';

type Tree = Record<string | number, unknown>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Lays what came later over what is there, as clients do. */
function laidOver(present: unknown, incoming: unknown): unknown {
  if (!isTree(present) || !isTree(incoming)) return incoming;
  for (const [key, value] of Object.entries(incoming)) {
    const own = Object.hasOwn(present, key) ? present[key] : undefined;
    // An assignment to `__proto__` would change every object there is.
    Object.defineProperty(present, key, { value: laidOver(own, value), enumerable: true, writable: true });
  }
  return present;
}

/** @throws when it is of no object that the client has */
export function addIncrement(data: unknown, { path, data: incoming }: Increment): void {
  const at = path.reduce<unknown>((place, key) => (isTree(place) ? place[key] : undefined), data);
  if (!isTree(at)) throw new Error(`There is nothing at ${path.join('.')}.`);
  laidOver(at, plain(incoming ?? {}));
}

/** All the parts of an answer, laid together. */
export async function together({ first, later }: Parts): Promise<ExecutionResult> {
  const data = plain(first.data);
  const errors = [...(first.errors ?? [])];
  for await (const { incremental = [] } of later ?? [])
    for (const increment of incremental) {
      addIncrement(data, increment);
      errors.push(...(increment.errors ?? []));
    }
  return { data, ...(errors.length > 0 ? { errors } : {}) };
}
