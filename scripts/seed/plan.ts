import { DAY } from '../../platform/kernel/clock';
import type { SeedProduct } from '../../subgraphs/catalog/data/seed';
import { idsFrom } from './ids';
import { makeCategories, type Categories } from './make/categories';
import { makeNetwork } from './make/network';
import { makeCodes, makeCoupons, makePromotions } from './make/offers';
import { makeOrders, type Order, type Shop } from './make/orders';
import { makeAccounts, makePeople, type Person } from './make/people';
import { leafOfProduct, makeProduct } from './make/products';
import { fillWallets, openWallets } from './make/wallets';
import { randomOf } from './random';
import { makeReviews, moveStock, rateProducts, receiptsOf } from './rooms/catalog';
import { makeNotices } from './rooms/marketing';
import { staffOf, toCart, toOrder } from './rooms/orders';
import { toPayment } from './rooms/payments';
import { toShipment } from './rooms/logistics';

export type Measure = {
  /** Shops of one seed resemble each other, but share no id. */
  tenant: string;
  products: number;
  orders: number;
  users: number;
  seed: number;
  /** The last midnight before which everything has happened. */
  now: Date;
  /** Whether the demo's accounts are made. */
  accounts: boolean;
};

/** Orders are for the first products; of so many there are enough. */
const MOST_ORDERED = 2000;

function peopleOf(name: string, { users, accounts, now }: Measure): { people: Person[]; demoBuyer: Person | null } {
  const known = accounts ? makeAccounts(name, now) : [];
  return { people: [...known, ...makePeople(name, users, now)], demoBuyer: known[0] ?? null };
}

function openShop(name: string, measure: Measure, { leaves }: Categories) {
  const { now } = measure;
  const random = randomOf(`${name}/shop`);
  const newId = idsFrom(random);
  const count = Math.min(measure.products, MOST_ORDERED);
  const pool = Array.from({ length: count }, (_, index) => makeProduct(name, index, leaves, now));
  const network = makeNetwork(newId, new Date(now.getTime() - 800 * DAY));
  const coupons = makeCoupons(newId, now);
  const codes = makeCodes(coupons, newId);
  const promotions = makePromotions(random, newId, pool, now);
  const wallets = openWallets(coupons, codes, newId);
  const { people, demoBuyer } = peopleOf(name, measure);
  const shop: Shop = { seed: name, now, pool, people, demoBuyer, network, coupons, promotions, wallets };
  return { shop, codes, random };
}

/** Each room's part of orders, and what they do to the products. */
function partsOf({ seed, now, pool, people, demoBuyer, network }: Shop, orders: readonly Order[]) {
  const staff = staffOf(people);
  const payments = orders.map((order) => toPayment(order, staff));
  const shipments = orders.flatMap((order) => toShipment(order, network, staff));
  const receipts = receiptsOf(orders);
  const reviews = makeReviews(seed, receipts, demoBuyer, now);
  const reservations = moveStock(orders);
  rateProducts(pool, reviews);
  const notices = makeNotices(seed, { orders, shipments, payments, people }, now);
  return {
    orders: orders.map(toOrder),
    carts: orders.map(toCart),
    payments,
    shipments,
    receipts,
    reviews,
    reservations,
    notices,
  };
}

/** Counts products into their category and those above it. */
function countProducts(name: string, { rows, leaves }: Categories, products: number): void {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (let index = 0; index < products; index++) {
    const { category } = leafOfProduct(name, index, leaves);
    for (const id of [...category.ancestorIds, category.id]) {
      const row = byId.get(id);
      if (row) row.productCount = (row.productCount ?? 0) + 1;
    }
  }
}

/** All that a shop is to hold; products beyond those that are ordered are made as they are written. */
export function planShop(measure: Measure) {
  const name = `${measure.tenant}/${measure.seed}`;
  const at = new Date(measure.now.getTime() - 900 * DAY);
  const categories = makeCategories(measure.products, idsFrom(randomOf(`${name}/categories`)), at);
  countProducts(name, categories, measure.products);
  const { shop, codes, random } = openShop(name, measure, categories);
  const placed = makeOrders(shop, measure.orders);
  fillWallets(random, shop.wallets, shop.coupons, shop.people, measure.now);
  const productAt = (index: number): SeedProduct =>
    shop.pool[index] ?? makeProduct(name, index, categories.leaves, measure.now);
  return { name, shop, categories, codes, placed, productAt, parts: partsOf(shop, placed) };
}
export type Plan = ReturnType<typeof planShop>;
