import { parseAddress, type PostalAddress, type PostalAddressInput } from './address';
import { Refusal, type UserError } from './errors';
import { isId } from './ids';
import { MONEY_PROBLEMS, parseMoney, type Money } from './money';

/** Something about a mutation's input that cannot be taken, with the path to it. */
export type Problem = UserError<'INVALID_INPUT'>;
export type Path = readonly (string | number)[];

export const problem = (path: Path, message: string): Problem => ({
  code: 'INVALID_INPUT',
  field: path.map(String),
  message,
});

/** `throw invalid('Nothing would change.', 'delta')` */
export const invalid = (message: string, ...path: Path): Refusal<'INVALID_INPUT'> =>
  new Refusal([problem(path, message)]);

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

export function* amountProblems(amount: string, currency: string, path: Path): Generator<Problem> {
  const parsed = parseMoney(amount, currency);
  if (typeof parsed === 'string') yield problem(path, MONEY_PROBLEMS[parsed]);
  else if (parsed.minor < 0) yield problem(path, 'An amount is not negative.');
}

/** An id of another kind is refused; one of the right shape may still be unknown. @throws Refusal INVALID_INPUT */
export function inputId(prefix: string, id: string, ...path: Path): string {
  if (!isId(prefix, id)) throw invalid(`This is not an id of the form ${prefix}_….`, ...path);
  return id;
}

/** A text without the space around it. @throws Refusal INVALID_INPUT when nothing is left of it, or too much */
export function inputText(value: string, longest: number, ...path: Path): string {
  refuseAll(textProblems(value, path, longest));
  return value.trim();
}

/** A text that may be left out or blank, which is null. @throws Refusal INVALID_INPUT when it is too long */
export function optionalText(value: string | null | undefined, longest: number, ...path: Path): string | null {
  const text = value?.trim() || null;
  refuseAll(lengthProblems(text ?? '', path, longest));
  return text;
}

/** @throws Refusal INVALID_INPUT */
export function inputNumber(value: number, least: number, most: number, ...path: Path): number {
  refuseAll(rangeProblems(value, path, least, most));
  return value;
}

/** An amount of 0 or more. @throws Refusal INVALID_INPUT */
export function inputAmount(amount: string, currency: string, ...path: Path): Money {
  refuseAll(amountProblems(amount, currency, path));
  return parseMoney(amount, currency) as Money;
}

/** @throws Refusal INVALID_INPUT with every field that is wrong */
export function inputAddress(input: PostalAddressInput, ...path: Path): PostalAddress {
  const parsed = parseAddress(input);
  if ('address' in parsed) return parsed.address;
  throw new Refusal(parsed.problems.map(({ field, message }) => problem([...path, field], message)));
}
