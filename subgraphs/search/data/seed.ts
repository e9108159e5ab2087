import type { ProductSnapshot } from '../../../platform/contracts/catalog';
import { insertRows } from '../../../platform/data/bulk';
import type { Db } from '../../../platform/data/database';
import { indexProducts } from './index.repository';
import { companions, sales } from './tables';

/** The units of each product that one paid order held. */
export type SeedSale = readonly { productId: string; units: number }[];

function* pairsOf(sale: SeedSale): Generator<[string, string]> {
  for (const { productId } of sale)
    for (const other of sale) if (other.productId !== productId) yield [productId, other.productId];
}

const SEPARATOR = '/';

/** Writes what was sold, and what was bought together. Before the products: they take their units sold from here. */
export async function seedSales(db: Db, seeded: readonly SeedSale[]): Promise<void> {
  const units = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const sale of seeded) {
    for (const { productId, units: sold } of sale) units.set(productId, (units.get(productId) ?? 0) + sold);
    for (const pair of pairsOf(sale)) {
      const key = pair.join(SEPARATOR);
      pairs.set(key, (pairs.get(key) ?? 0) + 1);
    }
  }
  await insertRows(
    db,
    sales,
    [...units].map(([productId, sold]) => ({ productId, units: sold })),
  );
  await insertRows(
    db,
    companions,
    [...pairs].map(([key, orders]) => {
      const [productId = '', companionId = ''] = key.split(SEPARATOR);
      return { productId, companionId, orders };
    }),
  );
}

/** Takes products into the index. */
export const seedIndex = (db: Db, products: readonly ProductSnapshot[]): Promise<void> => indexProducts(db, products);
