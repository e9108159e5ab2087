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
  const [path] = paths;
  return paths.length === 1 ? collectAt(root, path as Path) : paths.flatMap((each) => collectAt(root, each));
}

function collectAt(root: Tree, path: Path): Tree[] {
  let level: Tree[] = [root];
  for (const step of path) level = step === IN_LIST ? itemsOf(level) : valuesOf(level, step);
  return level;
}

/** A list stands among the objects of its level until the next step opens it. */
function itemsOf(level: readonly unknown[]): Tree[] {
  const items: Tree[] = [];
  for (const list of level) {
    if (!Array.isArray(list)) continue;
    for (const item of list) if (item != null) items.push(item as Tree);
  }
  return items;
}

function valuesOf(level: readonly Tree[], key: string): Tree[] {
  const values: Tree[] = [];
  for (const object of level) {
    const value = object[key];
    if (value != null) values.push(value as Tree);
  }
  return values;
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
