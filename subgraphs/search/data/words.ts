import { sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { isCorrectable, trigramsOf } from '../domain/correction';
import type { Document } from '../domain/document';
import type { Reindexed } from './postings';
import { trigrams, words } from './tables';

type WordChange = { word: string; text: string; term: string; uses: number; prominentUses: number };

function changesOf(reindexed: readonly Reindexed[]): WordChange[] {
  const changes = new Map<string, WordChange>();
  const count = (document: Document, sign: 1 | -1) => {
    for (const [key, { prominent, ...word }] of document.words) {
      const change = changes.get(key) ?? { ...word, uses: 0, prominentUses: 0 };
      change.uses += sign;
      if (prominent) change.prominentUses += sign;
      changes.set(key, change);
    }
  };
  for (const { before, after } of reindexed) {
    count(before, -1);
    count(after, 1);
  }
  return [...changes.values()].filter(({ uses, prominentUses }) => uses !== 0 || prominentUses !== 0);
}

/** Counts words of products up and down. Answers those that the dictionary did not have. */
async function countWords(db: Db, changes: readonly WordChange[]): Promise<string[]> {
  const column = <Name extends keyof WordChange>(name: Name) => sql.param(changes.map((change) => change[name]));
  const { rows } = await db.execute<{ word: string; added: boolean }>(sql`
    insert into ${words} as known (word, text, term, uses, prominent_uses)
    select * from unnest(${column('word')}::text[], ${column('text')}::text[], ${column('term')}::text[],
                         ${column('uses')}::int[], ${column('prominentUses')}::int[])
    on conflict (tenant_id, word, text) do update
       set uses = known.uses + excluded.uses, prominent_uses = known.prominent_uses + excluded.prominent_uses
    returning word, xmax = 0 as added`);
  return rows.filter(({ added }) => added).map(({ word }) => word);
}

/** Keeps the dictionary in step with products. The caller has opened a change of the index. */
export async function writeWords(db: Db, reindexed: readonly Reindexed[]): Promise<void> {
  const changes = changesOf(reindexed);
  if (changes.length === 0) return;
  const added = [...new Set(await countWords(db, changes))].filter(isCorrectable);
  const pairs = added.flatMap((word) => trigramsOf(word).map((trigram) => ({ trigram, word })));
  if (pairs.length === 0) return;
  const column = (name: 'trigram' | 'word') => sql.param(pairs.map((pair) => pair[name]));
  await db.execute(sql`
    insert into ${trigrams} (trigram, word)
    select * from unnest(${column('trigram')}::text[], ${column('word')}::text[])
    on conflict do nothing`);
}
