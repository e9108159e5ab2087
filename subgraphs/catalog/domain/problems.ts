import { type Path, problem, type Problem } from '../../../platform/kernel/input';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function* slugProblems(slug: string, path: Path): Generator<Problem> {
  if (slug.length > 200 || !SLUG.test(slug)) {
    yield problem(path, 'Use small letters, digits and single dashes, at most 200 characters.');
  }
}

/** The first item whose key stood before. */
export function* repeatProblems<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  pathOf: (index: number) => Path,
): Generator<Problem> {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const key = keyOf(item);
    if (seen.has(key)) yield problem(pathOf(index), `${key} stands here twice.`);
    seen.add(key);
  }
}
