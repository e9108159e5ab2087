import {
  countProblems,
  lengthProblems,
  type Path,
  problem,
  type Problem,
  refuseAll,
  textProblems,
} from '../../../platform/kernel/input';
import { choiceKey, choiceProblems, optionsProblems, type OptionValue, type ProductOption } from './options';
import { repeatProblems, slugProblems } from './problems';
import { MOST_VARIANTS, toVariant, type VariantDraft, type VariantInput, variantProblems } from './variant';

export type Media = { url: string; alt: string | null };

type Maybe<T> = T | null | undefined;
export type MediaInput = { url: string; alt?: Maybe<string> };
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

export type ProductDraft = {
  slug: string;
  name: string;
  description: string;
  categorySlug: string;
  media: Media[];
  options: ProductOption[];
  variants: VariantDraft[];
};

function* mediaProblems(media: readonly MediaInput[], path: Path): Generator<Problem> {
  yield* countProblems(media, path, 0, 20);
  for (const [index, { url, alt }] of media.entries()) {
    const isAddress = url.length <= 2000 && /^https?:\/\/[^\s/]/.test(url) && URL.canParse(url);
    if (!isAddress) yield problem([...path, index, 'url'], 'Use an http or https address of at most 2000 characters.');
    yield* lengthProblems(alt ?? '', [...path, index, 'alt'], 200);
  }
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
