import { type Chunk, chunksOf } from './chunks';
import { fold } from './fold';
import { stem } from './stem';
import { STOP_WORDS } from './stopWords';
import { type HanReader, joined, termOf } from './tokens';

/** A word that a client searches for: a product holds it when it holds all terms of any one alternative. */
export type QueryWord = {
  readonly start: number;
  readonly end: number;
  /** As it is compared with the dictionary. */
  readonly word: string;
  readonly alternatives: readonly (readonly string[])[];
};

/** More words than a person types: what follows is left out of account. */
const MAX_WORDS = 16;

function* wordsOf(chunk: Chunk, han: HanReader): Generator<QueryWord> {
  const whole = joined(chunk);
  if (whole) {
    const apart = chunk.parts.map((part) => termOf(part.text)).filter(Boolean);
    yield { start: chunk.start, end: chunk.end, word: whole, alternatives: [[stem(whole)], apart] };
    return;
  }
  for (const { text, start, end, han: isHan } of chunk.parts) {
    if (!isHan) {
      yield { start, end, word: fold(text), alternatives: [[termOf(text)]] };
      continue;
    }
    let from = start;
    for (const word of han.cut(text)) {
      yield { start: from, end: from + word.length, word, alternatives: [[fold(word)], Array.from(word, fold)] };
      from += word.length;
    }
  }
}

/** The words of a query. Words that mean nothing count only when there are no others. */
export function queryWords(query: string, han: HanReader): QueryWord[] {
  const words: QueryWord[] = [];
  const all = [...chunksOf(query)].flatMap((chunk) => [...wordsOf(chunk, han)]);
  const telling = all.filter(({ word }) => !STOP_WORDS.has(word));
  const seen = new Set<string>();
  for (const word of telling.length > 0 ? telling : all) {
    if (word.word === '' || seen.has(word.word) || words.length === MAX_WORDS) continue;
    seen.add(word.word);
    words.push(word);
  }
  return words;
}

export const termsOf = (words: readonly QueryWord[]): string[] => [
  ...new Set(words.flatMap(({ alternatives }) => alternatives.flat())),
];
