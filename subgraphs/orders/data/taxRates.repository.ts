import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { taxRates } from './tables';

export const taxRatesRepository = (db: Db) => ({
  /** The rate of a region, else that of its country, else none: hundredths of a percent. */
  async rateFor(countryCode: string, region: string | null): Promise<number> {
    const [rate] = await db
      .select({ basisPoints: taxRates.basisPoints })
      .from(taxRates)
      .where(and(eq(taxRates.countryCode, countryCode), inArray(taxRates.region, ['', region ?? ''])))
      .orderBy(desc(taxRates.region))
      .limit(1);
    return rate?.basisPoints ?? 0;
  },

  async set(countryCode: string, region: string, basisPoints: number): Promise<void> {
    await db
      .insert(taxRates)
      .values({ countryCode, region, basisPoints })
      .onConflictDoUpdate({
        target: [taxRates.tenantId, taxRates.countryCode, taxRates.region],
        set: { basisPoints: sql`excluded.basis_points` },
      });
  },
});
