import { IN_DESCRIPTION, IN_FACTS, IN_NAME } from './document';
import type { Postings } from './postings';

/** Products by number ascending, each with how well it answers the query. */
export type Hits = { readonly numbers: Int32Array; readonly scores: Int32Array };

// A word in the name outweighs it everywhere else.
const WEIGHTS: readonly (readonly [place: number, weight: number])[] = [
  [IN_NAME, 8],
  [IN_FACTS, 3],
  [IN_DESCRIPTION, 1],
];
const SCORES = Int32Array.from({ length: 8 }, (_, places) =>
  WEIGHTS.reduce((score, [place, weight]) => score + (places & place ? weight : 0), 0),
);

const hits = (numbers: Int32Array, scores: Int32Array, length: number): Hits => ({
  numbers: numbers.subarray(0, length),
  scores: scores.subarray(0, length),
});
export const NO_HITS: Hits = { numbers: new Int32Array(0), scores: new Int32Array(0) };

let all: Hits = NO_HITS;

/** Every product, none better than another. */
export function everything(size: number): Hits {
  if (size > all.numbers.length) {
    const numbers = Int32Array.from({ length: size }, (_, number) => number);
    all = { numbers, scores: new Int32Array(size) };
  }
  return hits(all.numbers, all.scores, size);
}

function scored({ numbers, places }: Postings): Hits {
  const scores = new Int32Array(numbers.length);
  for (let at = 0; at < scores.length; at++) scores[at] = SCORES[places[at] ?? 0] ?? 0;
  return { numbers, scores };
}

/** What both hold. `combine` makes one score of two. */
function both(a: Hits, b: Hits, combine: (a: number, b: number) => number): Hits {
  const length = Math.min(a.numbers.length, b.numbers.length);
  const numbers = new Int32Array(length);
  const scores = new Int32Array(length);
  let size = 0;
  for (let i = 0, j = 0; i < a.numbers.length && j < b.numbers.length;) {
    const left = a.numbers[i] ?? 0;
    const right = b.numbers[j] ?? 0;
    if (left === right) {
      numbers[size] = left;
      scores[size++] = combine(a.scores[i] ?? 0, b.scores[j] ?? 0);
    }
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return hits(numbers, scores, size);
}

/** What either holds; the better score of the two. */
function either(a: Hits, b: Hits): Hits {
  const numbers = new Int32Array(a.numbers.length + b.numbers.length);
  const scores = new Int32Array(numbers.length);
  let size = 0;
  for (let i = 0, j = 0; i < a.numbers.length || j < b.numbers.length; size++) {
    const left = a.numbers[i] ?? Infinity;
    const right = b.numbers[j] ?? Infinity;
    numbers[size] = Math.min(left, right);
    scores[size] = Math.max(left <= right ? (a.scores[i] ?? 0) : 0, right <= left ? (b.scores[j] ?? 0) : 0);
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return hits(numbers, scores, size);
}

/** The postings of a term; undefined when no product holds it. */
export type PostingsOf = (term: string) => Postings | undefined;

const allOf = (terms: readonly string[], postingsOf: PostingsOf): Hits =>
  terms
    .map((term) => postingsOf(term))
    .map((postings) => (postings ? scored(postings) : NO_HITS))
    // The parts of one word count as one word.
    .reduce((a, b) => both(a, b, Math.min));

const anyOf = (alternatives: readonly (readonly string[])[], postingsOf: PostingsOf): Hits =>
  alternatives.map((terms) => allOf(terms, postingsOf)).reduce(either);

/** Whether any product holds a word. */
export const isFound = (word: { alternatives: readonly (readonly string[])[] }, postingsOf: PostingsOf): boolean =>
  anyOf(word.alternatives, postingsOf).numbers.length > 0;

/** The products that hold every word; the rarest words first, so that the common ones have little left to sieve. */
export function match(
  words: readonly { alternatives: readonly (readonly string[])[] }[],
  postingsOf: PostingsOf,
): Hits {
  const found = words.map(({ alternatives }) => anyOf(alternatives, postingsOf));
  if (found.length === 0) return NO_HITS;
  return found.toSorted((a, b) => a.numbers.length - b.numbers.length).reduce((a, b) => both(a, b, (x, y) => x + y));
}
