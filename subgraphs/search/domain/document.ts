import { fold } from './fold';
import { stem } from './stem';
import { STOP_WORDS } from './stopWords';
import { type HanReader, visitTokens } from './tokens';

/** What of a product can be searched. */
export type Searchable = {
  readonly name: string;
  readonly description: string;
  readonly options: readonly { name: string; values: readonly string[] }[];
  readonly variants: readonly { sku: string; name: string }[];
  readonly categoryPath: readonly { name: string }[];
};

/** Where in a product a term stands, as a set of bits; where it stands decides its weight. */
export const IN_NAME = 4;
export const IN_FACTS = 2;
export const IN_DESCRIPTION = 1;

/** A word of the dictionary that a product uses. Prominent: outside its description. */
export type UsedWord = {
  readonly word: string;
  readonly text: string;
  readonly term: string;
  readonly prominent: boolean;
};

/** A product as the index knows it. */
export type Document = { readonly terms: ReadonlyMap<string, number>; readonly words: ReadonlyMap<string, UsedWord> };

/** A product that cannot be found. */
export const NO_DOCUMENT: Document = { terms: new Map(), words: new Map() };

/** Options and variants and categories as texts, each with the places of a highlight in it. */
export const optionText = ({ name, values }: { name: string; values: readonly string[] }) =>
  `${name}: ${values.join(', ')}`;

export function documentOf(product: Searchable, han: HanReader): Document {
  const terms = new Map<string, number>();
  const words = new Map<string, UsedWord>();
  const mark = (term: string, where: number) => void terms.set(term, (terms.get(term) ?? 0) | where);
  const read = (text: string, where: number) => {
    visitTokens(text, han, (token) => {
      // In a description, and only there, the small words are many and mean nothing.
      if (where === IN_DESCRIPTION && token.words?.some(({ word }) => STOP_WORDS.has(word))) return;
      for (const term of token.terms) mark(term, where);
      for (const { word, text: shown } of token.words ?? []) {
        const key = `${word}\n${shown}`;
        const prominent = (where !== IN_DESCRIPTION && !STOP_WORDS.has(word)) || (words.get(key)?.prominent ?? false);
        words.set(key, { word, text: shown, term: stem(word), prominent });
      }
    });
  };
  read(product.name, IN_NAME);
  for (const category of product.categoryPath) read(category.name, IN_FACTS);
  for (const option of product.options) read(optionText(option), IN_FACTS);
  for (const variant of product.variants) {
    read(variant.name, IN_FACTS);
    mark(stem(fold(variant.sku).replaceAll('.', '')), IN_FACTS);
  }
  read(product.description, IN_DESCRIPTION);
  terms.delete('');
  return { terms, words };
}
