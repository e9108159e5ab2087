import { insertRows, landRows, type LoadDb, stageRows } from '../../../platform/data/load';
import { tellHistory } from '../../../platform/machine/history';
import { shelfOf, shelfPath } from '../domain/category';
import { reservationMachine } from '../domain/reservation.machine';
import { type StockLine, sumLines } from '../domain/stock';
import { shelvesRepository } from './shelves.repository';
import { snapshotsRepository } from './snapshots.repository';
import {
  categories,
  productPrices,
  products,
  receipts,
  reservationLines,
  reservations,
  reviews,
  stockLevels,
  transitions,
  variantPrices,
  variants,
} from './tables';

type Row<T extends { $inferInsert: object }> = Omit<T['$inferInsert'], 'tenantId'>;

export type SeedCategory = Row<typeof categories>;
export type SeedVariant = Row<typeof variants> & {
  prices: { currency: string; amount: number }[];
  /** Of what was received: sold, given back, and held by orders that are not paid yet. */
  stock: { received: number; sold: number; returned: number; reserved: number };
};
export type SeedProduct = Omit<
  Row<typeof products>,
  'categoryId' | 'departmentId' | 'sectionId' | 'sold' | 'inStock'
> & {
  category: { id: string; ancestorIds: string[]; depth: number };
  variants: SeedVariant[];
};
export type SeedReview = Row<typeof reviews>;
export type SeedReceipt = Row<typeof receipts>;
export type SeedReservation = {
  orderId: string;
  lines: StockLine[];
  expiresAt: Date;
  heldAt: Date;
  /** What became of it, in turn. */
  happened: { event: 'sell' | 'release' | 'restock'; at: Date }[];
};

export const hasProducts = async (db: LoadDb): Promise<boolean> =>
  (await db.select({ id: products.id }).from(products).limit(1)).length > 0;

export const seedCategories = (db: LoadDb, seeded: readonly SeedCategory[]): Promise<void> =>
  insertRows(db, categories, seeded);

const onHand = ({ stock }: SeedVariant) => stock.received - stock.sold + stock.returned;

const isInStock = ({ variants: of }: SeedProduct) => of.some((variant) => onHand(variant) > variant.stock.reserved);

const productRow = (seeded: SeedProduct) => {
  const { category, variants: of, ...product } = seeded;
  const sold = of.reduce((sum, { stock }) => sum + stock.sold, 0);
  return { ...product, ...shelfOf(category), sold, inStock: isInStock(seeded) };
};

function* priceRanges(product: SeedProduct) {
  const { id, category, archivedAt, variants: of } = product;
  const place = { shelf: archivedAt ? null : shelfPath(category), inStock: isInStock(product) };
  const all = of.flatMap(({ prices }) => prices);
  for (const currency of new Set(all.map((price) => price.currency))) {
    const amounts = all.filter((price) => price.currency === currency).map(({ amount }) => amount);
    yield { productId: id, currency, min: Math.min(...amounts), max: Math.max(...amounts), ...place };
  }
}

const variantRow = ({ prices: _prices, stock: _stock, ...variant }: SeedVariant) => variant;
const levelRow = (variant: SeedVariant) => ({
  variantId: variant.id,
  productId: variant.productId,
  onHand: onHand(variant),
  ...variant.stock,
});
const priceRows = ({ id, prices }: SeedVariant) => prices.map((price) => ({ ...price, variantId: id }));

/** Writes products with their variants, prices and stock. */
export async function seedProducts(db: LoadDb, seeded: readonly SeedProduct[]): Promise<void> {
  const all = seeded.flatMap((product) => product.variants);
  await insertRows(db, products, seeded.map(productRow));
  await insertRows(
    db,
    productPrices,
    seeded.flatMap((product) => [...priceRanges(product)]),
  );
  await insertRows(db, variants, all.map(variantRow));
  await insertRows(db, variantPrices, all.flatMap(priceRows));
  await insertRows(db, stockLevels, all.map(levelRow));
  await shelvesRepository(db).count(seeded.map(({ id }) => id));
}

const story = ({ orderId, heldAt, happened }: SeedReservation) =>
  tellHistory(
    reservationMachine,
    orderId,
    { at: heldAt, actor: 'service:orders' },
    happened.map(({ event, at }) => ({ event, at, actor: event === 'release' ? 'service:orders' : 'service:catalog' })),
  );

/** Writes what orders hold or have taken; the stock of their variants says so already. */
export async function seedReservations(db: LoadDb, seeded: readonly SeedReservation[]): Promise<void> {
  const stories = seeded.map(story);
  await insertRows(
    db,
    reservations,
    seeded.map(({ orderId, expiresAt }, index) => ({ id: orderId, expiresAt, status: stories[index]?.status ?? '' })),
  );
  await insertRows(
    db,
    reservationLines,
    seeded.flatMap(({ orderId, lines }) => sumLines(lines).map((line) => ({ ...line, orderId }))),
  );
  await insertRows(
    db,
    transitions,
    stories.flatMap(({ lines }) => lines),
  );
}

export const seedReceipts = (db: LoadDb, received: readonly SeedReceipt[]): Promise<void> =>
  insertRows(db, receipts, received);

/** Brings what buyers think of products that need not stand yet. */
export const bringReviews = (db: LoadDb, written: readonly SeedReview[]): Promise<void> =>
  stageRows(db, reviews, written);

/** Writes the reviews that were brought; the ratings of their products say so already. */
export const landReviews = (db: LoadDb): Promise<void> => landRows(db, reviews);

/** Products as the other rooms are told of them. */
export const snapshotsOf = (db: LoadDb, ids: readonly string[]) => snapshotsRepository(db).of(ids);
