import type { FetchDataRewrite } from '@apollo/query-planner';
import { isTree, type Tree } from '../run';
import type { Types } from '../types';

/** Changes data in place: what a room is sent, or what it answered. */
export type Rewrite = (data: unknown) => void;

export type PathStep = { readonly key: string } | { readonly names: ReadonlySet<string> };

const FRAGMENT = '... on ';

/** A path of the planner is made of response names and of type conditions such as `... on Product`. */
export const compilePath = (path: readonly string[], types: Types): PathStep[] =>
  path.map((step) =>
    step.startsWith(FRAGMENT) ? { names: types.withinCondition(step.slice(FRAGMENT.length)) } : { key: step },
  );

/** The planner does not ask for every `__typename` that its conditions name: an object of unknown type is taken. */
export const holds = (names: ReadonlySet<string>, object: Tree): boolean =>
  object.__typename === undefined || names.has(object.__typename as string);

export function compileRewrites(rewrites: readonly FetchDataRewrite[] | undefined, types: Types): Rewrite | undefined {
  if (!rewrites?.length) return undefined;
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, types));
  return (data) => {
    for (const rewrite of compiled) rewrite(data);
  };
}

function compileRewrite(rewrite: FetchDataRewrite, types: Types): Rewrite {
  const steps = compilePath(rewrite.path.slice(0, -1), types);
  const key = rewrite.path.at(-1) as string;
  const change = rewrite.kind === 'ValueSetter' ? setter(key, rewrite.setValueTo) : renamer(key, rewrite.renameKeyTo);
  return (data) => descend(data, steps, 0, change);
}

const setter =
  (key: string, value: unknown) =>
  (object: Tree): void => {
    object[key] = value;
  };

const renamer =
  (key: string, to: string) =>
  (object: Tree): void => {
    if (object[key] === undefined) return;
    object[to] = object[key];
    delete object[key];
  };

function descend(data: unknown, steps: readonly PathStep[], at: number, change: (object: Tree) => void): void {
  if (Array.isArray(data)) {
    for (const item of data) descend(item, steps, at, change);
    return;
  }
  if (!isTree(data)) return;
  const step = steps[at];
  if (!step) change(data);
  else if ('key' in step) descend(data[step.key], steps, at + 1, change);
  else if (holds(step.names, data)) descend(data, steps, at + 1, change);
}
