import type { ResponsePath } from '@apollo/query-planner';
import type { Tree } from './run';

/** Where the objects stand that a fetch fills: response names, and `@` for every item of a list. */
export type Path = readonly string[];
export type ResponseKey = string | number;

export const pathOf = (path: ResponsePath): Path => path.map(String);

const IN_LIST = '@';

export const ROOT: readonly Path[] = [[]];

/** The objects at some paths; those of one path in the order of the response. */
export function collect(root: Tree, paths: readonly Path[]): Tree[] {
  const found: Tree[] = [];
  for (const path of paths) collectAt(root, path, 0, found);
  return found;
}

function collectAt(value: unknown, path: Path, depth: number, found: Tree[]): void {
  if (value == null) return;
  const step = path[depth];
  if (step === undefined) found.push(value as Tree);
  else if (step !== IN_LIST) collectAt((value as Tree)[step], path, depth + 1, found);
  else if (Array.isArray(value)) for (const item of value) collectAt(item, path, depth + 1, found);
}

export type Place = {
  readonly object: Tree;
  /** With the indices of lists. */
  readonly path: readonly ResponseKey[];
  /** The objects around it, the nearest first. */
  readonly ancestors: readonly Tree[];
};

/** The same objects as `collect` finds, in the same order, and where each stands; for errors and for `@fromContext`. */
export const placesAt = (root: Tree, paths: readonly Path[]): Place[] => paths.flatMap((path) => placesOf(root, path));

function placesOf(root: Tree, path: Path): Place[] {
  let level: Place[] = [{ object: root, path: [], ancestors: [] }];
  for (const step of path)
    level = level.flatMap((place) => (step === IN_LIST ? itemPlaces(place) : fieldPlace(place, step)));
  return level;
}

function itemPlaces({ object, path, ancestors }: Place): Place[] {
  if (!Array.isArray(object)) return [];
  return (object as unknown[]).flatMap((item, index) =>
    item == null ? [] : [{ object: item as Tree, path: [...path, index], ancestors }],
  );
}

function fieldPlace({ object, path, ancestors }: Place, key: string): Place[] {
  const found = object[key];
  return found == null ? [] : [{ object: found as Tree, path: [...path, key], ancestors: [object, ...ancestors] }];
}
