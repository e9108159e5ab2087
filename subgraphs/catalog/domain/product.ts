import type { Money } from '../../../platform/kernel/money';
import { choiceKey, choiceProblems, optionsProblems, type OptionValue, type ProductOption } from './options';
import { pricesProblems, toPrices, type MoneyInput } from './prices';
import {
  countProblems,
  lengthProblems,
  problem,
  rangeProblems,
  refuseAll,
  repeatProblems,
  slugProblems,
  textProblems,
  type Path,
  type Problem,
} from './problems';

export type { OptionValue, ProductOption };
export type Media = { url: string; alt: string | null };

type Maybe<T> = T | null | undefined;
export type MediaInput = { url: string; alt?: Maybe<string> };
export type VariantInput = {
  sku: string;
  name?: Maybe<string>;
  price: MoneyInput;
  prices?: Maybe<MoneyInput[]>;
  weightGrams?: Maybe<number>;
  stock?: Maybe<number>;
  options?: Maybe<OptionValue[]>;
};
export type ProductInput = {
  slug: string;
  name: string;
  description?: Maybe<string>;
  categorySlug: string;
  media?: Maybe<MediaInput[]>;
  options?: Maybe<ProductOption[]>;
  variants: VariantInput[];
};
export type ProductChange = Partial<{ [Field in keyof Omit<ProductInput, 'variants'>]: Maybe<ProductInput[Field]> }>;

/** A variant as it is to be kept. */
export type VariantDraft = {
  sku: string;
  name: string;
  options: OptionValue[];
  weightGrams: number;
  stock: number;
  prices: Money[];
};
export type ProductDraft = {
  slug: string;
  name: string;
  description: string;
  categorySlug: string;
  media: Media[];
  options: ProductOption[];
  variants: VariantDraft[];
};

const SKU = /^[\x21-\x7e]{1,64}$/;
export const MOST_UNITS = 1_000_000;
export const MOST_VARIANTS = 100;

function* mediaProblems(media: readonly MediaInput[], path: Path): Generator<Problem> {
  yield* countProblems(media, path, 0, 20);
  for (const [index, { url, alt }] of media.entries()) {
    const isAddress = url.length <= 2000 && /^https?:\/\/[^\s/]/.test(url) && URL.canParse(url);
    if (!isAddress) yield problem([...path, index, 'url'], 'Use an http or https address of at most 2000 characters.');
    yield* lengthProblems(alt ?? '', [...path, index, 'alt'], 200);
  }
}

function* variantProblems(
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

function* changeProblems({ slug, name, description, media, options }: ProductChange): Generator<Problem> {
  if (slug != null) yield* slugProblems(slug, ['slug']);
  if (name != null) yield* textProblems(name, ['name'], 200);
  yield* lengthProblems(description ?? '', ['description'], 5000);
  yield* mediaProblems(media ?? [], ['media']);
  yield* optionsProblems(options ?? [], ['options']);
}

function* productProblems(input: ProductInput, currencies: readonly string[]): Generator<Problem> {
  const { variants, options } = input;
  yield* changeProblems(input);
  yield* countProblems(variants, ['variants'], 1, MOST_VARIANTS);
  yield* repeatProblems(
    variants,
    ({ sku }) => sku,
    (index) => ['variants', index, 'sku'],
  );
  if (options?.length) {
    yield* repeatProblems(
      variants,
      (each) => choiceKey(each.options ?? []),
      (index) => ['variants', index, 'options'],
    );
  }
  for (const [index, variant] of variants.entries()) {
    yield* variantProblems(variant, options ?? [], ['variants', index], currencies);
  }
}

const toMedia = (media: readonly MediaInput[]): Media[] => media.map(({ url, alt }) => ({ url, alt: alt ?? null }));

function toVariant(
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

/** @throws Refusal with everything that is wrong with it */
export function draftProduct(input: ProductInput, currencies: readonly string[]): ProductDraft {
  refuseAll(productProblems(input, currencies));
  const { slug, name, description, categorySlug, media, options, variants } = input;
  return {
    slug,
    name: name.trim(),
    description: description ?? '',
    categorySlug,
    media: toMedia(media ?? []),
    options: (options ?? []).map((option) => ({ name: option.name, values: option.values })),
    variants: variants.map((variant) => toVariant(variant, name.trim())),
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

export type ProductChanges = Partial<Omit<ProductDraft, 'variants' | 'categorySlug'>>;

/** @throws Refusal with everything that is wrong with the change */
export function draftChange(change: ProductChange): ProductChanges {
  refuseAll(changeProblems(change));
  const { slug, name, description, media, options } = change;
  return {
    ...(slug != null && { slug }),
    ...(name != null && { name: name.trim() }),
    ...(description != null && { description }),
    ...(media != null && { media: toMedia(media) }),
    ...(options != null && { options: options.map((option) => ({ name: option.name, values: option.values })) }),
  };
}

/** @throws Refusal when a variant would be left with a value that its product no longer offers */
export function checkOptionsCover(
  options: readonly ProductOption[],
  variants: readonly { options: OptionValue[] }[],
): void {
  const [uncovered] = variants.flatMap((variant) => [...choiceProblems(variant.options, options, ['options'])]);
  if (uncovered) refuseAll([problem(['options'], `A variant does not fit: ${uncovered.message}`)]);
}
