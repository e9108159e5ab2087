import { parseArgs } from 'node:util';
import { DAY } from '../../platform/kernel/clock';
import { MOST_PRODUCTS } from './make/products';
import type { Measure } from './plan';

export const USAGE = `npm run seed -- [options]

  --products <n>    products, 1 to ${MOST_PRODUCTS} (default 300)
  --orders <n>      orders, 0 to 1000000 (default 60)
  --users <n>       customers beside the demo's accounts, 1 to 100000 (default: half as many as orders, from 20 to 100000)
  --seed <n>        the same number makes the same rows (default 42)
  --tenant <id>     the shop (default demo)
  --now <date>      the day before which everything has happened, as 2026-01-31 (default today)
  --accounts        make buyer@agora.test, staff@agora.test and admin@agora.test also when NODE_ENV=production
  --no-accounts     do not make them
  --reset           take everything out of the shop first
  --help            this text`;

export type Arguments = Measure & { reset: boolean; help: boolean };

/** What is wrong with the command line, a sentence for each mistake. */
export class ArgumentsError extends Error {
  override name = 'ArgumentsError';
}

const OPTIONS = {
  products: { type: 'string' },
  orders: { type: 'string' },
  users: { type: 'string' },
  seed: { type: 'string' },
  tenant: { type: 'string' },
  now: { type: 'string' },
  accounts: { type: 'boolean' },
  'no-accounts': { type: 'boolean' },
  reset: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const today = (now: Date) => new Date(Math.floor(now.getTime() / DAY) * DAY);

function dayOf(text: string | undefined, now: Date): Date | null {
  if (text === undefined) return today(now);
  const day = new Date(`${text}T00:00:00.000Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && day.toISOString().startsWith(text) ? day : null;
}

function read(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS }).values;
  } catch (error) {
    throw new ArgumentsError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

const usersFor = (orders: number): number => Math.min(100_000, Math.max(20, Math.round(orders / 2)));

/** A shop that is filled in a second or two, and in which everything is there. */
export const DEFAULTS = { products: 300, orders: 60, users: usersFor(60), seed: 42 } as const;

/** @throws ArgumentsError */
export function readArguments(argv: readonly string[], env: NodeJS.ProcessEnv, clock: Date): Arguments {
  const given = read(argv);
  const mistakes: string[] = [];
  const whole = (
    name: 'products' | 'orders' | 'users' | 'seed',
    byDefault: number,
    [least, most]: [number, number],
  ) => {
    const text = given[name] ?? String(byDefault);
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    mistakes.push(`--${name} must be a whole number from ${least} to ${most}; it was "${text}".`);
    return byDefault;
  };
  const products = whole('products', DEFAULTS.products, [1, MOST_PRODUCTS]);
  const orders = whole('orders', DEFAULTS.orders, [0, 1_000_000]);
  const users = whole('users', usersFor(orders), [1, 100_000]);
  const seed = whole('seed', DEFAULTS.seed, [0, 4_294_967_295]);
  const now = dayOf(given.now, clock);
  if (!now) mistakes.push(`--now must be a day such as 2026-01-31; it was "${given.now}".`);
  if (given.accounts && given['no-accounts']) mistakes.push('Give --accounts or --no-accounts, not both.');
  if (given.reset && env.NODE_ENV === 'production')
    mistakes.push('--reset is not for production: it empties the shop.');
  if (mistakes.length > 0) throw new ArgumentsError(mistakes.join('\n'));
  const accounts = given['no-accounts']
    ? false
    : (given.accounts ?? (env.NODE_ENV !== 'production' || env.SEED === 'demo'));
  const { tenant = 'demo', reset = false, help = false } = given;
  return { products, orders, users, seed, now: now ?? today(clock), accounts, tenant, reset, help };
}
