import { bringReviews, seedReceipts, seedReservations } from '../../subgraphs/catalog/data/seed';
import { seedShipments } from '../../subgraphs/logistics/data/seed';
import {
  seedCoupons,
  seedMailboxes,
  seedNotices,
  seedPromotions,
  type SeedNotice,
} from '../../subgraphs/marketing/data/seed';
import { seedCarts, seedOrderNumber, seedOrders } from '../../subgraphs/orders/data/seed';
import { seedPayments } from '../../subgraphs/payments/data/seed';
import { seedSales } from '../../subgraphs/search/data/seed';
import type { Ground } from './ground';
import { cuttingOf, type Cutting, type Part } from './parts';
import type { Plan } from './plan';
import type { Progress } from './progress';
import { inSlices } from './slices';

/** Orders written in one go. */
const ORDERS = 2000;

async function writeParts({ as }: Ground, parts: readonly Part[]): Promise<void> {
  await as('catalog', async (db) => {
    await seedReservations(
      db,
      parts.map(({ reservation }) => reservation),
    );
    await seedReceipts(
      db,
      parts.flatMap(({ receipts }) => receipts),
    );
    await bringReviews(
      db,
      parts.flatMap(({ reviews }) => reviews),
    );
  });
  await as('orders', async (db) => {
    await seedCarts(
      db,
      parts.map(({ cart }) => cart),
    );
    await seedOrders(
      db,
      parts.map(({ order }) => order),
    );
  });
  const payments = parts.map(({ payment }) => payment);
  await as('payments', (db) => seedPayments(db, payments));
  const shipments = parts.flatMap(({ shipment }) => shipment ?? []);
  await as('logistics', (db) => seedShipments(db, shipments));
}

function* partsOf(plan: Plan, { cut }: Cutting): Generator<Part> {
  for (const order of plan.orders()) yield cut(order);
}

/** Orders are thought out while Postgres writes those before them. */
export async function writeOrders(ground: Ground, plan: Plan, locale: string, progress: Progress): Promise<Cutting> {
  const cutting = cuttingOf(plan);
  let writing = Promise.resolve();
  const write = async (parts: readonly Part[], notices: SeedNotice[]) => {
    await writeParts(ground, parts);
    await ground.as('marketing', (db) => seedNotices(db, notices, locale));
    progress('Orders', parts.length);
  };
  for await (const parts of inSlices(partsOf(plan, cutting), ORDERS)) {
    await writing;
    writing = write(parts, cutting.mailboxes.before(parts.at(-1)?.order.placedAt ?? plan.shop.now));
    // Who waits for it comes later.
    writing.catch(() => {});
  }
  await writing;
  return cutting;
}

/** What orders add up to. */
export async function writeTotals(
  { as }: Ground,
  { shop, codes }: Plan,
  cutting: Cutting,
  locale: string,
): Promise<void> {
  const { coupons, promotions, wallets, now } = shop;
  const { lastNumber, sold, redemptions } = cutting.totals();
  const { before, positions } = cutting.mailboxes;
  if (lastNumber > 0) await as('orders', (db) => seedOrderNumber(db, lastNumber));
  await as('search', (db) => seedSales(db, sold));
  await as('marketing', async (db) => {
    await seedNotices(db, before(now), locale);
    await seedMailboxes(db, positions());
    await seedCoupons(db, { coupons: [...coupons], codes, held: wallets.held, redemptions });
    await seedPromotions(db, promotions);
  });
}
