import { sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { lazily } from '../../../platform/data/statements';
import { createColumns, type Facts, learn } from '../domain/columns';
import { type Postings, unpack } from '../domain/postings';
import { postings, products } from './tables';

/** How many changed products one reading takes in; more come in further readings. */
const MAX_CHANGES = 10_000;

type Reading = {
  term: string | null;
  packed: Buffer | null;
  number: number;
  version: number;
  path: string;
  prices: string;
  inStock: boolean;
  rating: number | null;
  ratingCount: number;
  sold: number;
  createdAt: number;
};

const factsOf = (row: Reading): Facts => ({ ...row, prices: JSON.parse(row.prices) as Facts['prices'] });

/**
 * The postings of terms, and every product that has changed since the reader last looked: one statement, so that what the
 * postings name is known. All comparisons are ones that row-level security lets an index serve (docs/adr).
 */
const prepareReading = (db: Db) =>
  db
    .select({
      term: sql<Reading['term']>`term`,
      packed: sql<Reading['packed']>`packed`,
      number: sql<number>`number`,
      version: sql<number>`version`,
      path: sql<string>`path`,
      prices: sql<string>`prices`,
      inStock: sql<boolean>`in_stock`,
      rating: sql<number | null>`rating`,
      ratingCount: sql<number>`rating_count`,
      sold: sql<number>`sold`,
      createdAt: sql<number>`created_at`,
    })
    .from(
      sql`(
        select term, packed, null::int as number, null::float8 as version, null as path, null as prices, null::bool as in_stock,
               null::float8 as rating, null::int as rating_count, null::float8 as sold, null::float8 as created_at
          from ${postings} where term = any(${sql.placeholder('terms')}::text[])
        union all
        (select null, null, number, version::float8, category_path::text, case when active then prices::text else '{}' end, in_stock,
               rating, rating_count, units_sold::float8, (extract(epoch from created_at) * 1000)::float8
          from ${products} where (version, number) > (${sql.placeholder('version')}::bigint, ${sql.placeholder('number')}::int)
         order by ${products.version}, ${products.number} limit ${sql.raw(String(MAX_CHANGES))})
      ) reading`,
    )
    .prepare('search_reading');

/** What a hit shows of its product, and no more: a page has a hundred of them. */
const shown = {
  id: products.id,
  number: products.number,
  name: products.name,
  description: products.description,
  options: products.options,
  variants: products.variants,
  categoryPath: products.categoryPath,
};

const prepareByNumbers = (db: Db) =>
  db
    .select(shown)
    .from(products)
    .where(sql`${products.number} = any(${sql.placeholder('numbers')}::int[])`)
    .prepare('search_products_by_numbers');

export type ProductRow = Pick<typeof products.$inferSelect, keyof typeof shown>;

/**
 * Reads the index of the shop that `db` is bound to. The facts of its products are kept here as columns between readings: each
 * reading brings them up to date, so nothing is ever answered from an older state than the database's.
 */
export const searchRepository = (db: Db) => {
  const columns = createColumns();
  let seen = { version: 0, number: -1 };
  let isBehind = true;
  let catchingUp: Promise<void> | undefined;
  const reading = lazily(() => prepareReading(db));
  const byNumbers = lazily(() => prepareByNumbers(db));

  const isNewer = ({ version, number }: { version: number; number: number }) =>
    version > seen.version || (version === seen.version && number > seen.number);

  /** One reading; whether there is more to come. */
  async function readOnce(terms: readonly string[]): Promise<{ found: Map<string, Postings>; isAll: boolean }> {
    const found = new Map<string, Postings>();
    let changes = 0;
    for (const row of (await reading().execute({ terms, ...seen })) as Reading[]) {
      if (row.term !== null) {
        if (row.packed) found.set(row.term, unpack(row.packed));
        continue;
      }
      learn(columns, factsOf(row));
      if (isNewer(row)) seen = { version: row.version, number: row.number };
      changes++;
    }
    return { found, isAll: changes < MAX_CHANGES };
  }

  async function catchUp(terms: readonly string[]): Promise<Map<string, Postings>> {
    for (;;) {
      const { found, isAll } = await readOnce(terms);
      if (!isAll) continue;
      isBehind = false;
      return found;
    }
  }

  async function read(terms: readonly string[]): Promise<Map<string, Postings>> {
    await catchingUp;
    if (!isBehind) {
      const { found, isAll } = await readOnce(terms);
      if (isAll) return found;
      isBehind = true;
    }
    // A whole shop is read by one of those who ask for it; the others wait, and read what has come since.
    if (catchingUp) return read(terms);
    const all = catchUp(terms);
    const end = () => void (catchingUp = undefined);
    catchingUp = all.then(end, end);
    return all;
  }

  return {
    /** The postings of terms that any product holds, and the facts of all products as they are now. */
    read: async (terms: readonly string[]) => ({ postings: await read(terms), columns }),
    byNumbers: (numbers: readonly number[]): Promise<ProductRow[]> => byNumbers().execute({ numbers }),
  };
};
