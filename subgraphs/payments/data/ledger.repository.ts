import { sql, type SQL } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import type { JournalEntry, Posting } from '../domain/ledger';
import { journalEntries, postings } from './tables';

/**
 * Books an entry with its postings: items of a statement's WITH, of which `entry` holds no row when the same was booked
 * before.
 * @param onlyWith a relation of that statement: nothing is booked unless it holds a row
 */
function booking(id: string, { kind, reference, postings: lines }: JournalEntry, bookedAt: Date, onlyWith?: SQL) {
  const values = lines.map(({ account, currency, amount }) => sql`(${account}, ${currency}, ${amount}::bigint)`);
  return sql`
    entry as (
      insert into ${journalEntries} (id, kind, reference, booked_at)
      select ${id}::text, ${kind}::text, ${reference}::text, ${bookedAt.toISOString()}::timestamptz
       where ${onlyWith ? sql`exists (select from ${onlyWith})` : sql`true`}
      on conflict do nothing returning id),
    posted as (
      insert into ${postings} (entry_id, account, currency, amount)
      select entry.id, line.* from entry, (values ${sql.join(values, sql`, `)}) as line)`;
}

/** For a transition's `beside`. */
export const bookingBeside = (id: string, entry: JournalEntry, bookedAt: Date): SQL =>
  sql`, ${booking(id, entry, bookedAt, sql`moved`)}`;

export const ledgerRepository = (db: Db) => ({
  /** Books an entry in one statement. @returns false when the same was booked before */
  async book(id: string, entry: JournalEntry, bookedAt: Date): Promise<boolean> {
    const { rows } = await db.execute(sql`with ${booking(id, entry, bookedAt)} select id from entry`);
    return rows.length > 0;
  },

  /** Debits less credits of every account that has postings. */
  balances: async (): Promise<Posting[]> =>
    db
      .select({
        account: postings.account,
        currency: postings.currency,
        amount: sql<number>`sum(${postings.amount})`.mapWith(Number),
      })
      .from(postings)
      .groupBy(postings.account, postings.currency),

  /** Whether every entry adds up to 0 in each of its currencies. */
  async isBalanced(): Promise<boolean> {
    const crooked = await db
      .select({ entryId: postings.entryId })
      .from(postings)
      .groupBy(postings.entryId, postings.currency)
      .having(sql`sum(${postings.amount}) <> 0`)
      .limit(1);
    return crooked.length === 0;
  },
});
