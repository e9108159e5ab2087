import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { isAnyOf, lazily } from '../../../platform/data/statements';
import { taxRates } from './tables';

const prepareRateFor = (db: Db) =>
  db
    .select({ basisPoints: taxRates.basisPoints })
    .from(taxRates)
    .where(and(eq(taxRates.countryCode, sql.placeholder('countryCode')), isAnyOf(taxRates.region, 'regions')))
    .orderBy(desc(taxRates.region))
    .limit(1)
    .prepare('orders_tax_rate');

export const taxRatesRepository = (db: Db) => {
  const rateFor = lazily(() => prepareRateFor(db));
  return {
    /** The rate of a region, else that of its country, else none: hundredths of a percent. */
    async rateFor(countryCode: string, region: string | null): Promise<number> {
      const [rate] = await rateFor().execute({ countryCode, regions: ['', region ?? ''] });
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
  };
};
