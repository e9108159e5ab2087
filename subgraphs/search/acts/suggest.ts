import type { Context } from '../context';
import type { Completion } from '../data/dictionary.repository';
import { foldText } from '../domain/fold';
import { match } from '../domain/matching';
import { queryWords, termsOf } from '../domain/query';
import { han } from '../han';

/** Completions that are looked at for the one last word of several. */
const COMPLETIONS = 24;
/** Shorter beginnings have too many names. */
const MIN_NAME_PREFIX = 3;

/** What is typed so far: whole words, and the beginning of one. */
function parsePrefix(prefix: string): { before: string; last: string } {
  const at = prefix.search(/\S+$/u);
  return { before: prefix.slice(0, at).trim(), last: foldText(prefix.slice(at)) };
}

/** Leaves the completions that some product holds together with the words before them, most products first. */
async function inContext(context: Context, before: string, completions: readonly Completion[]): Promise<string[]> {
  const words = queryWords(before, han);
  const { postings } = await context.repositories.search.read([
    ...termsOf(words),
    ...completions.map(({ term }) => term),
  ]);
  const together = completions.map(({ text, term }) => {
    const found = match([...words, { alternatives: [[term]] }], (each) => postings.get(each));
    return { text: `${before} ${text}`, count: found.numbers.length };
  });
  return together
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ text }) => text);
}

/** Texts that a beginning may become: words of products, then names of products, the popular ones first. */
export async function suggest(context: Context, prefix: string, limit: number): Promise<string[]> {
  const { before, last } = parsePrefix(prefix);
  if (last === '') return [];
  const { dictionary } = context.repositories;
  const whole = foldText(prefix);
  const [completions, names] = await Promise.all([
    dictionary.completions(last, before === '' ? limit : COMPLETIONS),
    whole.length >= MIN_NAME_PREFIX ? dictionary.names(whole, context.currency, limit) : [],
  ]);
  const texts =
    before === '' || completions.length === 0
      ? completions.map(({ text }) => text)
      : await inContext(context, before, completions);
  // Half of the places for words as long as there are names for the other half.
  const shown = [...texts.slice(0, Math.max(Math.ceil(limit / 2), limit - names.length)), ...names, ...texts];
  return [...new Set(shown)].slice(0, limit);
}
