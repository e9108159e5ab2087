import {
  type Path,
  problem,
  type Problem,
  rangeProblems,
  refuseAll,
  textProblems,
} from '../../../platform/kernel/input';
import type { Money } from '../../../platform/kernel/money';
import { choiceKey, choiceProblems, type OptionValue, type ProductOption } from './options';
import { type MoneyInput, pricesProblems, toPrices } from './prices';

type Maybe<T> = T | null | undefined;
export type VariantInput = {
  sku: string;
  name?: Maybe<string>;
  price: MoneyInput;
  prices?: Maybe<MoneyInput[]>;
  weightGrams?: Maybe<number>;
  stock?: Maybe<number>;
  options?: Maybe<OptionValue[]>;
};

/** A variant as it is to be kept. */
export type VariantDraft = {
  sku: string;
  name: string;
  options: OptionValue[];
  weightGrams: number;
  stock: number;
  prices: Money[];
};

const SKU = /^[\x21-\x7e]{1,64}$/;
export const MOST_UNITS = 1_000_000;
export const MOST_VARIANTS = 100;

export function* variantProblems(
  { sku, name, price, prices, weightGrams, stock, options }: VariantInput,
  productOptions: readonly ProductOption[],
  path: Path,
  currencies: readonly string[],
): Generator<Problem> {
  if (!SKU.test(sku)) yield problem([...path, 'sku'], 'Use 1 to 64 Latin characters without blanks.');
  if (name != null) yield* textProblems(name, [...path, 'name'], 200);
  const pathOf = (index: number) => (index === 0 ? [...path, 'price'] : [...path, 'prices', index - 1]);
  yield* pricesProblems([price, ...(prices ?? [])], pathOf, currencies);
  yield* rangeProblems(weightGrams ?? 0, [...path, 'weightGrams'], 0, 1_000_000);
  yield* rangeProblems(stock ?? 0, [...path, 'stock'], 0, MOST_UNITS);
  yield* choiceProblems(options ?? [], productOptions, [...path, 'options']);
}

export function toVariant(
  { sku, name, price, prices, weightGrams, stock, options }: VariantInput,
  productName: string,
): VariantDraft {
  const chosen = (options ?? []).map((choice) => ({ name: choice.name, value: choice.value }));
  return {
    sku,
    name:
      name?.trim() ??
      (chosen
        .map(({ value }) => value)
        .join(' / ')
        .slice(0, 200) ||
        productName),
    options: chosen,
    weightGrams: weightGrams ?? 0,
    stock: stock ?? 0,
    prices: toPrices([price, ...(prices ?? [])]),
  };
}

export type ProductAsItIs = { name: string; options: ProductOption[]; variants: readonly { options: OptionValue[] }[] };

/** @throws Refusal when it cannot be a further variant of the product */
export function draftVariant(
  input: VariantInput,
  { name, options, variants }: ProductAsItIs,
  currencies: readonly string[],
): VariantDraft {
  const key = choiceKey(input.options ?? []);
  const taken = options.length > 0 && variants.some((each) => choiceKey(each.options) === key);
  refuseAll([
    ...variantProblems(input, options, ['variant'], currencies),
    ...(taken ? [problem(['variant', 'options'], `There is a variant with ${key}.`)] : []),
    ...(variants.length >= MOST_VARIANTS
      ? [problem(['variant'], `A product has at most ${MOST_VARIANTS} variants.`)]
      : []),
  ]);
  return toVariant(input, name);
}
