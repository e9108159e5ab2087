import { countProblems, type Path, problem, type Problem, textProblems } from '../../../platform/kernel/input';
import { repeatProblems } from './problems';

/** In what a product's variants differ, and what there is to choose from. */
export type ProductOption = { name: string; values: string[] };
/** What one variant has chosen. */
export type OptionValue = { name: string; value: string };

export function* optionsProblems(options: readonly ProductOption[], path: Path): Generator<Problem> {
  yield* countProblems(options, path, 0, 5);
  yield* repeatProblems(
    options,
    (option) => option.name,
    (index) => [...path, index, 'name'],
  );
  for (const [index, { name, values }] of options.entries()) {
    const valuesPath = [...path, index, 'values'];
    yield* textProblems(name, [...path, index, 'name'], 50);
    yield* countProblems(values, valuesPath, 1, 100);
    yield* repeatProblems(
      values,
      (value) => value,
      (at) => [...valuesPath, at],
    );
    for (const [at, value] of values.entries()) yield* textProblems(value, [...valuesPath, at], 100);
  }
}

/** A variant has exactly one value for each option of its product, and no other. */
export function* choiceProblems(
  chosen: readonly OptionValue[],
  options: readonly ProductOption[],
  path: Path,
): Generator<Problem> {
  yield* repeatProblems(
    chosen,
    (choice) => choice.name,
    (index) => [...path, index, 'name'],
  );
  for (const [index, { name, value }] of chosen.entries()) {
    const option = options.find((each) => each.name === name);
    if (!option) yield problem([...path, index, 'name'], `The product has no option ${name}.`);
    else if (!option.values.includes(value)) yield problem([...path, index, 'value'], `${name} has no value ${value}.`);
  }
  for (const { name } of options) {
    if (!chosen.some((choice) => choice.name === name)) yield problem(path, `Choose a value for ${name}.`);
  }
}

/** Tells apart what was chosen, whatever the order it was named in. */
export const choiceKey = (chosen: readonly OptionValue[]): string =>
  chosen
    .map(({ name, value }) => `${name}: ${value}`)
    .toSorted()
    .join(', ');
