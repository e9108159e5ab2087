import { sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { type Candidate, trigramsOf } from '../domain/correction';
import { lazily } from '../../../platform/data/statements';
import { postings, products, trigrams, words } from './tables';

/** Candidates a misspelt word: enough that the right one is among them, few enough to compare letter by letter. */
const CANDIDATES = 20;

/** After every word that begins with a prefix, in byte order. */
const LAST = '\u{10FFFF}';

/** With its postings, still packed: of twenty candidates one is meant at most. */
export type Resembling = Candidate & { readonly packed: Buffer };
export type Completion = { readonly text: string; readonly term: string; readonly uses: number };

type Row = { typed: string; word: string; term: string; uses: number; packed: Buffer };

// Lists in sub-selects: see `isAnyOf`.
const prepareResembling = (db: Db) =>
  db
    .select({
      typed: sql<Row['typed']>`typed`,
      word: sql<Row['word']>`word`,
      term: sql<Row['term']>`term`,
      uses: sql<Row['uses']>`uses`,
      packed: sql<Row['packed']>`packed`,
    })
    .from(
      sql`(
    with typed (word, trigram) as (
           select * from unnest((select ${sql.placeholder('words')}::text[]), (select ${sql.placeholder('trigrams')}::text[]))),
         shared as (select typed.word as typed, known.word, count(*) as trigrams
                      from typed join ${trigrams} known on known.trigram = typed.trigram
                     group by typed.word, known.word),
         ranked as (select typed, word, row_number() over (partition by typed
                           order by trigrams desc, abs(length(word) - length(typed)), word) as rank
                      from shared where abs(length(word) - length(typed)) <= 2)
    select ranked.typed, w.word, w.term, w.uses, p.packed
      from ranked join ${words} w on w.word = ranked.word join ${postings} p on p.term = w.term
     where rank <= ${sql.raw(String(CANDIDATES))} and w.uses > 0) resembling`,
    )
    .prepare('search_resembling');

/** What resembles a word, and what completes it. */
export const dictionaryRepository = (db: Db) => {
  const resembling = lazily(() => prepareResembling(db));
  return {
    /** For each word the words of products that resemble it. */
    async resembling(typed: readonly string[]): Promise<Map<string, Resembling[]>> {
      const byTyped = new Map<string, Resembling[]>(typed.map((word) => [word, []]));
      const pairs = typed.flatMap((word) => trigramsOf(word).map((trigram) => ({ word, trigram })));
      if (pairs.length === 0) return byTyped;
      const rows = await resembling().execute({
        words: pairs.map(({ word }) => word),
        trigrams: pairs.map(({ trigram }) => trigram),
      });
      for (const { typed: word, ...candidate } of rows) byTyped.get(word)?.push(candidate);
      return byTyped;
    },

    /** Words that begin with a prefix, most used first. */
    completions: (prefix: string, limit: number): Promise<Completion[]> =>
      db
        .select({ text: words.text, term: words.term, uses: words.prominentUses })
        .from(words)
        .where(sql`${words.word} >= ${prefix} and ${words.word} < ${prefix + LAST} and ${words.prominentUses} > 0`)
        .orderBy(sql`${words.prominentUses} desc`, words.text)
        .limit(limit),

    /** Names of products that begin with a prefix, best-selling first. */
    async names(prefix: string, currency: string, limit: number): Promise<string[]> {
      const rows = await db
        .select({ name: products.name })
        .from(products)
        .where(
          sql`active and ${products.nameKey} >= ${prefix} and ${products.nameKey} < ${prefix + LAST} and ${products.prices} ? ${currency}`,
        )
        .groupBy(products.name)
        .orderBy(sql`max(${products.unitsSold}) desc`, products.name)
        .limit(limit);
      return rows.map(({ name }) => name);
    },
  };
};
