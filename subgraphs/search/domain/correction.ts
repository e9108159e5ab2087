import type { QueryWord } from './query';

/** A word of the dictionary that resembles what was typed. */
export type Candidate = { readonly word: string; readonly term: string; readonly uses: number };

const CORRECTABLE = /^[^\P{L}\p{Script=Han}]{3,40}$/u;
/** Codes and numbers are not corrected: a wrong one is another product's. */
export const isCorrectable = (word: string): boolean => CORRECTABLE.test(word);

/** The threes of letters of a word, its beginning and end marked by blanks: what resembling words share. */
export function trigramsOf(word: string): string[] {
  const letters = Array.from(`  ${word} `);
  return [...new Set(letters.slice(2).map((_, at) => letters.slice(at, at + 3).join('')))];
}

/**
 * How many letters must be changed, added, left out or swapped with their neighbour to make one word of the other.
 * Source: optimal string alignment (Damerau, "A technique for computer detection and correction of spelling errors", 1964).
 */
export function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

/** The word that was meant: the nearest, of these the one most used. Null when none is near enough. */
export function nearest(word: string, candidates: readonly Candidate[]): Candidate | null {
  const tolerance = word.length <= 5 ? 1 : 2;
  const near = candidates
    .map((candidate) => ({ candidate, away: distance(word, candidate.word) }))
    .filter(({ away }) => away <= tolerance)
    .toSorted(
      (a, b) =>
        a.away - b.away || b.candidate.uses - a.candidate.uses || (a.candidate.word < b.candidate.word ? -1 : 1),
    );
  return near[0]?.candidate ?? null;
}

export type Correction = { readonly from: QueryWord; readonly to: Candidate };

/** The query with the words that were meant; all else stays as it was typed. */
export function correctedText(query: string, corrections: readonly Correction[]): string {
  let text = query;
  for (const { from, to } of corrections.toSorted((a, b) => b.from.start - a.from.start)) {
    text = text.slice(0, from.start) + to.word + text.slice(from.end);
  }
  return text.trim();
}
