import { inArray, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import type { Document } from '../domain/document';
import { change, NO_POSTINGS, pack, unpack } from '../domain/postings';
import { postings } from './tables';

/** A product's way through the index: what it was found by, and what it is found by from now on. */
export type Reindexed = { readonly number: number; readonly before: Document; readonly after: Document };

/** By term the products whose place in it changes. */
function changesByTerm(reindexed: readonly Reindexed[]): Map<string, Map<number, number>> {
  const byTerm = new Map<string, Map<number, number>>();
  const note = (term: string, number: number, place: number) => {
    const changes = byTerm.get(term) ?? new Map<number, number>();
    byTerm.set(term, changes.set(number, place));
  };
  for (const { number, before, after } of reindexed) {
    for (const term of before.terms.keys()) if (!after.terms.has(term)) note(term, number, 0);
    for (const [term, place] of after.terms) if (before.terms.get(term) !== place) note(term, number, place);
  }
  return byTerm;
}

async function packedByTerms(db: Db, terms: string[]): Promise<Map<string, Buffer>> {
  const rows = await db
    .select({ term: postings.term, packed: postings.packed })
    .from(postings)
    .where(sql`${postings.term} = any(${sql.param(terms)}::text[])`);
  return new Map(rows.map(({ term, packed }) => [term, packed]));
}

/** Writes where products stand now. The caller has opened a change of the index. */
export async function writePostings(db: Db, reindexed: readonly Reindexed[]): Promise<void> {
  const changes = changesByTerm(reindexed);
  if (changes.size === 0) return;
  const packed = await packedByTerms(db, [...changes.keys()]);
  const kept: { term: string; packed: Buffer }[] = [];
  const gone: string[] = [];
  for (const [term, changed] of changes) {
    const known = packed.get(term);
    const bytes = pack(change(known ? unpack(known) : NO_POSTINGS, changed));
    if (bytes.length > 0) kept.push({ term, packed: Buffer.from(bytes.buffer, 0, bytes.length) });
    else gone.push(term);
  }
  if (kept.length > 0) {
    await db.execute(sql`
      insert into ${postings} (term, packed)
      select * from unnest(${sql.param(kept.map(({ term }) => term))}::text[], ${sql.param(kept.map((row) => row.packed))}::bytea[])
      on conflict (tenant_id, term) do update set packed = excluded.packed`);
  }
  if (gone.length > 0) await db.delete(postings).where(inArray(postings.term, gone));
}
