import { asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { lazily } from '../../../platform/data/statements';
import type { Area } from '../domain/zones';
import type { CarrierRow } from './carriers.repository';
import type { ServiceRow } from './services.repository';
import { carriers, rates, services, zoneAreas } from './tables';

export type RateRow = typeof rates.$inferSelect;
/** A service that goes to a destination, with what it takes. */
export type Tariff = { rate: RateRow; service: ServiceRow; carrier: CarrierRow };
/** A destination as the areas it may lie in, narrowest first, and the currency to be paid in. */
export type TariffRequest = { areas: readonly Area[]; currency: string };

/** For each request (`nr`) its areas by `rank`; the first that belongs to a zone decides, and the zone's rates follow. */
function prepareTariffs(db: Db) {
  const asked = sql`unnest(${sql.placeholder('nrs')}::int[], ${sql.placeholder('ranks')}::int[], ${sql.placeholder('countries')}::text[],
    ${sql.placeholder('prefixes')}::text[], ${sql.placeholder('currencies')}::text[]) as asked(nr, rank, country, prefix, currency)`;
  const found = db.$with('found').as(
    db
      .selectDistinctOn([sql`asked.nr`], {
        nr: sql<number>`asked.nr`.as('nr'),
        zone: zoneAreas.zoneCode,
        wanted: sql<string>`asked.currency`.as('wanted'),
      })
      .from(asked)
      .innerJoin(zoneAreas, sql`${zoneAreas.countryCode} = asked.country and ${zoneAreas.postalPrefix} = asked.prefix`)
      .orderBy(sql`asked.nr`, sql`asked.rank`),
  );
  return db
    .with(found)
    .select({
      nr: found.nr,
      rate: getTableColumns(rates),
      service: getTableColumns(services),
      carrier: getTableColumns(carriers),
    })
    .from(found)
    .innerJoin(rates, sql`${rates.zoneCode} = ${found.zone} and ${rates.currency} = ${found.wanted}`)
    .innerJoin(services, sql`${services.id} = ${rates.serviceId} and ${services.active}`)
    .innerJoin(carriers, eq(carriers.id, services.carrierId))
    .prepare('logistics_tariffs');
}

export const ratesRepository = (db: Db) => {
  const tariffs = lazily(() => prepareTariffs(db));
  return {
    /** The tariffs of each request, in the order of the requests. */
    async tariffs(requests: readonly TariffRequest[]): Promise<Tariff[][]> {
      const asked = requests.flatMap(({ areas, currency }, nr) =>
        areas.map((area, rank) => ({ ...area, nr, rank, currency })),
      );
      const rows = await tariffs().execute({
        nrs: asked.map((row) => row.nr),
        ranks: asked.map((row) => row.rank),
        countries: asked.map((row) => row.countryCode),
        prefixes: asked.map((row) => row.postalPrefix),
        currencies: asked.map((row) => row.currency),
      });
      return requests.map((_, nr) => rows.filter((row) => row.nr === nr));
    },
    ofZones: (zoneCodes: readonly string[]): Promise<RateRow[]> =>
      db
        .select()
        .from(rates)
        .where(inArray(rates.zoneCode, [...zoneCodes]))
        .orderBy(asc(rates.serviceId), asc(rates.currency)),
    async set(rate: Omit<RateRow, 'tenantId'>): Promise<RateRow> {
      const target = [rates.tenantId, rates.zoneCode, rates.currency, rates.serviceId];
      return (await db.insert(rates).values(rate).onConflictDoUpdate({ target, set: rate }).returning())[0] as RateRow;
    },
  };
};
