import { Refusal, type UserError } from '../../../platform/kernel/errors';

/** Something about an input that cannot be taken, with the path to it. */
export type Problem = UserError<'INVALID_INPUT'>;
export type Path = readonly (string | number)[];

export const problem = (path: Path, message: string): Problem => ({
  code: 'INVALID_INPUT',
  field: path.map(String),
  message,
});

/** @throws Refusal with every problem there is, so that a form can show them all at once */
export function refuseAll(problems: Iterable<Problem>): void {
  const found = [...problems];
  if (found.length > 0) throw new Refusal(found);
}

/** Text that must be there and not be blank. */
export function* textProblems(value: string, path: Path, longest: number): Generator<Problem> {
  const length = value.trim().length;
  if (length === 0 || length > longest) yield problem(path, `Use 1 to ${longest} characters.`);
}

export function* lengthProblems(value: string, path: Path, longest: number): Generator<Problem> {
  if (value.length > longest) yield problem(path, `Use at most ${longest} characters.`);
}

export function* rangeProblems(value: number, path: Path, least: number, most: number): Generator<Problem> {
  if (value < least || value > most) yield problem(path, `Use a whole number from ${least} to ${most}.`);
}

export function* countProblems(items: readonly unknown[], path: Path, least: number, most: number): Generator<Problem> {
  if (items.length < least || items.length > most)
    yield problem(path, `Give ${least} to ${most}; there are ${items.length}.`);
}

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
