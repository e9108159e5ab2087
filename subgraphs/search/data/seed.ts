import type { ProductSnapshot } from '../../../platform/contracts/catalog';
import { insertRows, type LoadDb } from '../../../platform/data/load';
import { indexProducts } from './index.repository';
import { companions, sales } from './tables';

/** The units of each product that one paid order held. */
export type SeedSale = readonly { productId: string; units: number }[];

/** What was sold of each product, and which were bought together; each pair stands under the lesser of its two. */
export type SeedSales = { units: Map<string, number>; pairs: Map<string, Map<string, number>> };

export const noSales = (): SeedSales => ({ units: new Map(), pairs: new Map() });

export function countSale({ units, pairs }: SeedSales, sale: SeedSale): void {
  for (const { productId, units: sold } of sale) {
    units.set(productId, (units.get(productId) ?? 0) + sold);
    const together = pairs.get(productId) ?? new Map<string, number>();
    for (const other of sale)
      if (productId < other.productId) together.set(other.productId, (together.get(other.productId) ?? 0) + 1);
    if (together.size > 0) pairs.set(productId, together);
  }
}

function* companionRows({ pairs }: SeedSales) {
  for (const [productId, companionsOf] of pairs) {
    for (const [companionId, orders] of companionsOf) {
      yield { productId, companionId, orders };
      yield { productId: companionId, companionId: productId, orders };
    }
  }
}

/** Writes what was sold, and what was bought together. Before the products: they take their units sold from here. */
export async function seedSales(db: LoadDb, sold: SeedSales): Promise<void> {
  await insertRows(
    db,
    sales,
    [...sold.units].map(([productId, units]) => ({ productId, units })),
  );
  await insertRows(db, companions, companionRows(sold));
}

/** Takes products into the index. */
export const seedIndex = (db: LoadDb, products: readonly ProductSnapshot[]): Promise<void> =>
  indexProducts(db, products);
