import { sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import type { JournalEntry, Posting } from '../domain/ledger';
import { journalEntries, postings } from './tables';

export const ledgerRepository = (db: Db) => ({
  /** Books an entry with its postings in one statement. @returns false when the same was booked before */
  async book(id: string, { kind, reference, postings: lines }: JournalEntry, bookedAt: Date): Promise<boolean> {
    const values = lines.map(({ account, currency, amount }) => sql`(${account}, ${currency}, ${amount}::bigint)`);
    const booked = await db.execute(sql`
      with entry as (
        insert into ${journalEntries} (id, kind, reference, booked_at)
        values (${id}, ${kind}, ${reference}, ${bookedAt.toISOString()})
        on conflict do nothing returning id)
      insert into ${postings} (entry_id, account, currency, amount)
      select entry.id, line.* from entry, (values ${sql.join(values, sql`, `)}) as line
      returning entry_id`);
    return booked.rows.length > 0;
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
