import { sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { type Candidate, trigramsOf } from '../domain/correction';
import { type Postings, unpack } from '../domain/postings';
import { postings, products, trigrams, words } from './tables';

/** Candidates a misspelt word: enough that the right one is among them, few enough to compare letter by letter. */
const CANDIDATES = 20;

/** After every word that begins with a prefix, in byte order. */
const LAST = '\u{10FFFF}';

export type Resembling = Candidate & { readonly postings: Postings };
export type Completion = { readonly text: string; readonly term: string; readonly uses: number };

const resembling = (typed: readonly string[]) => {
  const pairs = typed.flatMap((word) => trigramsOf(word).map((trigram) => ({ word, trigram })));
  const column = (name: 'word' | 'trigram') => sql.param(pairs.map((pair) => pair[name]));
  return sql`
    with typed (word, trigram) as (select * from unnest(${column('word')}::text[], ${column('trigram')}::text[])),
         shared as (select typed.word as typed, known.word, count(*) as trigrams
                      from typed join ${trigrams} known on known.trigram = typed.trigram
                     group by typed.word, known.word),
         ranked as (select typed, word, row_number() over (partition by typed
                           order by trigrams desc, abs(length(word) - length(typed)), word) as rank
                      from shared where abs(length(word) - length(typed)) <= 2)
    select ranked.typed, w.word, w.term, w.uses, p.packed
      from ranked join ${words} w on w.word = ranked.word join ${postings} p on p.term = w.term
     where rank <= ${CANDIDATES} and w.uses > 0`;
};

/** What resembles a word, and what completes it. */
export const dictionaryRepository = (db: Db) => ({
  /** For each word the words of products that resemble it, with their postings. */
  async resembling(typed: readonly string[]): Promise<Map<string, Resembling[]>> {
    if (typed.length === 0) return new Map();
    const { rows } = await db.execute<{ typed: string; word: string; term: string; uses: number; packed: Buffer }>(
      resembling(typed),
    );
    const byTyped = new Map<string, Resembling[]>(typed.map((word) => [word, []]));
    for (const { packed, typed: word, ...candidate } of rows)
      byTyped.get(word)?.push({ ...candidate, postings: unpack(packed) });
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
});
