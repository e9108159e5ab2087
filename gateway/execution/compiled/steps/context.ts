import type { FetchNode } from '@apollo/query-planner';
import type { Place } from '../places';
import { compilePath, holds, type PathStep } from './rewrites';
import { isTree, type Tree } from '../run';
import type { Types } from '../types';

/** The arguments that a field takes from the objects around it (`@fromContext`), for one place. */
export type ReadContext = (place: Place) => Record<string, unknown>;

type Source = { readonly variable: string; readonly up: number; readonly steps: readonly PathStep[] };

const UP = '..';

/** The variables of a fetch that come from a context, and not from the client. */
export const contextVariables = ({ contextRewrites = [] }: FetchNode): ReadonlySet<string> =>
  new Set(contextRewrites.map(({ renameKeyTo }) => renameKeyTo));

export function compileContext({ contextRewrites }: FetchNode, types: Types): ReadContext | undefined {
  if (!contextRewrites?.length) return undefined;
  const sources = contextRewrites.map(({ path, renameKeyTo }): Source => {
    const up = path.filter((step) => step === UP).length;
    return { variable: renameKeyTo, up, steps: compilePath(path.slice(up), types) };
  });
  return (place) => {
    const values: Record<string, unknown> = {};
    for (const { variable, up, steps } of sources) {
      // A context has several sources when several types set it; only the type that stands there gives a value.
      const value = valueAt(up === 0 ? place.object : place.ancestors[up - 1], steps, 0);
      if (value !== undefined && values[variable] == null) values[variable] = value;
    }
    return values;
  };
}

function valueAt(value: unknown, steps: readonly PathStep[], at: number): unknown {
  const step = steps[at];
  if (!step || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => valueAt(item, steps, at));
  if (!isTree(value)) return undefined;
  const object: Tree = value;
  if ('key' in step) return valueAt(object[step.key], steps, at + 1);
  return holds(step.names, object) ? valueAt(object, steps, at + 1) : undefined;
}
