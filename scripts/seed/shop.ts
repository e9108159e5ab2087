import {
  hasProducts,
  landReviews,
  seedCategories,
  seedProducts,
  snapshotsOf,
  type SeedProduct,
} from '../../subgraphs/catalog/data/seed';
import { seedNetwork } from '../../subgraphs/logistics/data/seed';
import { seedTaxRates } from '../../subgraphs/orders/data/seed';
import { seedIndex } from '../../subgraphs/search/data/seed';
import { hashWithSalt, seedUsers, unusableHash } from '../../subgraphs/users/data/seed';
import { onGround, type Ground } from './ground';
import { writeOrders, writeTotals } from './history';
import { PASSWORD } from './make/people';
import { taxRates } from './make/taxes';
import type { Progress } from './progress';
import { planShop, type Measure, type Plan } from './plan';
import { randomOf } from './random';
import { emptyShop } from './reset';

export type SeedOptions = Measure & {
  databaseUrl: (room: string) => string;
  /** In which users are written to. */
  locale?: string;
  /** Takes everything out of the shop first. */
  reset?: boolean;
  onProgress?: (done: number, total: number, what: string) => void;
};

/** Why nothing was written: demo data fit into an empty shop alone. */
export class ShopNotEmpty extends Error {
  override name = 'ShopNotEmpty';
}

/** Products written and indexed in one go. */
const PRODUCTS = 2000;

async function passwordHash({ accounts, tenant, seed }: Measure): Promise<string> {
  const random = randomOf(`${tenant}/${seed}/password`);
  const salt = random.bytes(16);
  return accounts ? hashWithSalt(PASSWORD, salt) : unusableHash(salt, random.bytes(32));
}

async function writeProducts({ as }: Ground, plan: Plan, count: number, progress: Progress): Promise<void> {
  for (let from = 0; from < count; from += PRODUCTS) {
    const length = Math.min(PRODUCTS, count - from);
    const products = Array.from({ length }, (_, index): SeedProduct => plan.productAt(from + index));
    const ids = products.map(({ id }) => id);
    const snapshots = await as('catalog', async (db) => {
      await seedProducts(db, products);
      return snapshotsOf(db, ids);
    });
    progress('Products', length / 2);
    await as('search', (db) => seedIndex(db, snapshots));
    progress('Search', length / 2);
  }
}

/** Orders come first: what they have sold is part of the products. */
async function fill(ground: Ground, options: SeedOptions, progress: Progress): Promise<void> {
  const { as } = ground;
  const { locale = 'en-US' } = options;
  const plan = planShop(options);
  const { shop, categories } = plan;
  const hash = await passwordHash(options);
  await as('users', (db) => seedUsers(db, shop.people, hash));
  await as('logistics', (db) => seedNetwork(db, shop.network));
  await as('orders', (db) => seedTaxRates(db, taxRates));
  await as('catalog', (db) => seedCategories(db, categories.rows));
  progress('Users', shop.people.length);
  const history = await writeOrders(ground, plan, locale, progress);
  plan.fillUp();
  await writeTotals(ground, plan, history, locale);
  await writeProducts(ground, plan, options.products, progress);
  await as('catalog', landReviews);
}

const isTaken = (error: unknown): boolean => {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  return code === '23505' || (cause !== undefined && isTaken(cause));
};

/**
 * Fills an empty shop with demo data: the same rows for the same measure. Its rooms' schemas are up to date.
 * @throws ShopNotEmpty
 */
export async function seedShop(options: SeedOptions): Promise<void> {
  const { databaseUrl, tenant, reset = false, onProgress = () => {} } = options;
  const total = options.products + options.orders + options.users;
  let done = 0;
  const work = async (ground: Ground) => {
    if (reset) await emptyShop(ground);
    if (await ground.as('catalog', hasProducts)) throw new ShopNotEmpty(`The shop ${tenant} has products already.`);
    await fill(ground, options, (what, units = 0) => {
      done = Math.min(total, done + units);
      onProgress(Math.round(done), total, what);
    });
  };
  try {
    await onGround(databaseUrl, tenant, work);
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new ShopNotEmpty(`The shop ${tenant} has data already that the demo's do not fit beside.`, { cause: error });
  }
}
