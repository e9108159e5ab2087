import { DAY } from '../../platform/kernel/clock';
import type { SeedProduct } from '../../subgraphs/catalog/data/seed';
import { idsFrom } from './ids';
import { makeCategories, type Categories } from './make/categories';
import { makeNetwork } from './make/network';
import { makeCodes, makeCoupons, makePromotions } from './make/offers';
import { makeOrders, type Shop } from './make/orders';
import { makeAccounts, makePeople, type Person } from './make/people';
import { leafOfProduct, makeProduct } from './make/products';
import { fillWallets, openWallets } from './make/wallets';
import { randomOf } from './random';
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

/** Orders are for the first products: 2000, or more where so many orders are. */
const ordered = (products: number, orders: number): number =>
  Math.min(products, Math.max(2000, Math.round(orders / 50)));

function peopleOf(name: string, { users, accounts, now }: Measure): { people: Person[]; demoBuyer: Person | null } {
  const known = accounts ? makeAccounts(name, now) : [];
  return { people: [...known, ...makePeople(name, users, now)], demoBuyer: known[0] ?? null };
}

function openShop(name: string, measure: Measure, { leaves }: Categories) {
  const { now } = measure;
  const random = randomOf(`${name}/shop`);
  const newId = idsFrom(random);
  const count = ordered(measure.products, measure.orders);
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

/**
 * All that a shop is to hold. Orders, and products beyond those that are ordered, are made as they are written: nothing here
 * grows with their number. Stock is right when all orders have been made, and so are coupons.
 */
export function planShop(measure: Measure) {
  const name = `${measure.tenant}/${measure.seed}`;
  const at = new Date(measure.now.getTime() - 900 * DAY);
  const categories = makeCategories(measure.products, idsFrom(randomOf(`${name}/categories`)), at);
  countProducts(name, categories, measure.products);
  const { shop, codes, random } = openShop(name, measure, categories);
  const productAt = (index: number): SeedProduct =>
    shop.pool[index] ?? makeProduct(name, index, categories.leaves, measure.now);
  const fillUp = () => fillWallets(random, shop.wallets, shop.coupons, shop.people, measure.now);
  return { name, shop, categories, codes, orders: () => makeOrders(shop, measure.orders), productAt, fillUp };
}
export type Plan = ReturnType<typeof planShop>;
