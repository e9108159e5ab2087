import { getTableColumns, inArray, sql } from 'drizzle-orm';
import type { ProductSnapshot } from '../../../platform/contracts/catalog';
import type { Db } from '../../../platform/data/database';
import { documentOf, NO_DOCUMENT, type Searchable } from '../domain/document';
import { foldText } from '../domain/fold';
import { han } from '../han';
import { beginChange, takeNumbers } from './indexState';
import { type Reindexed, writePostings } from './postings';
import { products, sales } from './tables';
import { writeWords } from './words';

/** How many products one round of statements writes: a statement takes 65,535 parameters, and a product has eighteen. */
const BATCH = 2000;

type Known = Searchable & { id: string; number: number; revision: number; active: boolean; unitsSold: number };

async function knownByIds(db: Db, ids: string[]): Promise<Map<string, Known>> {
  const { id, number, revision, active, unitsSold, name, description, options, variants, categoryPath } = products;
  const rows = await db
    .select({ id, number, revision, active, unitsSold, name, description, options, variants, categoryPath })
    .from(products)
    .where(inArray(id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

async function soldByIds(db: Db, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.select().from(sales).where(inArray(sales.productId, ids));
  return new Map(rows.map((row) => [row.productId, row.units]));
}

const rowOf = (snapshot: ProductSnapshot, number: number, version: number, unitsSold: number) => ({
  id: snapshot.productId,
  number,
  version,
  revision: snapshot.revision,
  active: snapshot.active,
  name: snapshot.name,
  nameKey: foldText(snapshot.name),
  description: snapshot.description,
  categoryId: snapshot.categoryId,
  categoryPath: snapshot.categoryPath.map(({ slug, name }) => ({ slug, name })),
  options: snapshot.options,
  variants: snapshot.variants.map(({ sku, name }) => ({ sku, name })),
  prices: Object.fromEntries(snapshot.prices.map(({ currencyCode, min }) => [currencyCode, min])),
  inStock: snapshot.inStock,
  rating: snapshot.rating.average,
  ratingCount: snapshot.rating.count,
  unitsSold,
  createdAt: new Date(snapshot.createdAt),
});
type Row = ReturnType<typeof rowOf>;

const excluded = (column: { name: string }) => sql.raw(`excluded."${column.name}"`);

async function upsert(db: Db, rows: Row[]): Promise<void> {
  const { id: _id, number: _number, unitsSold: _sold, tenantId: _tenant, ...changing } = getTableColumns(products);
  const set = Object.fromEntries(Object.entries(changing).map(([name, column]) => [name, excluded(column)]));
  await db
    .insert(products)
    .values(rows)
    .onConflictDoUpdate({ target: [products.tenantId, products.id], set });
}

const documentOfActive = (product: (Searchable & { active: boolean }) | undefined) =>
  product?.active ? documentOf(product, han) : NO_DOCUMENT;

/** Of two snapshots of one product the newer; what comes late changes nothing. */
function newest(snapshots: readonly ProductSnapshot[], known: ReadonlyMap<string, Known>): ProductSnapshot[] {
  const byId = new Map<string, ProductSnapshot>();
  for (const snapshot of snapshots) {
    const revision = byId.get(snapshot.productId)?.revision ?? known.get(snapshot.productId)?.revision ?? -1;
    if (snapshot.revision > revision) byId.set(snapshot.productId, snapshot);
  }
  return [...byId.values()];
}

async function indexBatch(db: Db, batch: readonly ProductSnapshot[], version: number): Promise<void> {
  const known = await knownByIds(db, [...new Set(batch.map(({ productId }) => productId))]);
  const snapshots = newest(batch, known);
  if (snapshots.length === 0) return;
  const unknown = snapshots.filter(({ productId }) => !known.has(productId)).map(({ productId }) => productId);
  const sold = await soldByIds(db, unknown);
  let next = await takeNumbers(db, unknown.length);
  const rows = snapshots.map((snapshot) => {
    const before = known.get(snapshot.productId);
    const unitsSold = before?.unitsSold ?? sold.get(snapshot.productId) ?? 0;
    return rowOf(snapshot, before?.number ?? next++, version, unitsSold);
  });
  await upsert(db, rows);
  const changes = rows.map((row): Reindexed => {
    const before = known.get(row.id);
    return { number: row.number, before: documentOfActive(before), after: documentOfActive(row) };
  });
  await writePostings(db, changes);
  await writeWords(db, changes);
}

/**
 * Takes products into the index, moves them within it, or takes them out of it (inactive ones). An older revision than the one
 * known is ignored. Call it inside a transaction: it holds the shop's index until the commit.
 */
export async function indexProducts(db: Db, snapshots: readonly ProductSnapshot[]): Promise<void> {
  const version = await beginChange(db);
  for (let at = 0; at < snapshots.length; at += BATCH) {
    // One after the other: a batch sees what the one before it wrote.
    await indexBatch(db, snapshots.slice(at, at + BATCH), version);
  }
}

export const indexRepository = (db: Db) => ({
  indexProducts: (snapshots: readonly ProductSnapshot[]) => indexProducts(db, snapshots),
});
