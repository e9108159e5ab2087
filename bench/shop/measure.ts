import { setTimeout as delay } from 'node:timers/promises';
import { cpuSeconds, residentMegabytes } from '../measure/cpu';
import { alternate } from '../measure/rounds';
import type { Options } from '../options';
import type { Section } from '../report';
import { makeShop, openShop, type Shop } from './agora';
import { findings, table, WORKS, type Cost, type Idle, type Measured, type Work } from './findings';
import { journeys, storefront } from './journeys';

const IDLE_SECONDS = 10;

/** CPU seconds of Agora's own process, and of its Postgres. */
const used = ({ process: { pid }, database }: Shop) => ({
  node: cpuSeconds([pid], database.pid),
  postgres: cpuSeconds([database.pid]),
});

/** What so many cost, one after the other, with all that they lead to. */
async function costOf(shop: Shop, count: number, work: (nth: number) => Promise<void>): Promise<Cost> {
  await shop.database.statements();
  const before = used(shop);
  const began = performance.now();
  for (let nth = 0; nth < count; nth++) await work(nth);
  const took = (performance.now() - began) / count;
  await shop.database.quiet();
  const after = used(shop);
  const statements = (await shop.database.statements()) / count;
  const milliseconds = (key: 'node' | 'postgres') => ((after[key] - before[key]) * 1000) / count;
  return { node: milliseconds('node'), postgres: milliseconds('postgres'), statements, took };
}

/** A fifth of them, for one is about as much work as many pages. */
const checkouts = ({ requests }: Options): number => Math.max(5, Math.round(requests / 5));

async function measureWork(shop: Shop, options: Options, say: (what: string) => void) {
  const { ask, close } = storefront(shop.url);
  const { signUp, mustBePaid, ...steps } = journeys(ask);
  const run = async (work: Work, round: number) => {
    const count = work === 'checkout' ? checkouts(options) : options.requests;
    if (work === 'checkout') for (let nth = 0; nth < count; nth++) await signUp();
    const cost = await costOf(shop, count, (nth) => steps[work](round * count + nth));
    await mustBePaid();
    return cost;
  };
  const onRound = (round: number) => say(round === 0 ? 'warming up' : `round ${round} of ${options.rounds}`);
  const costs = await alternate(WORKS, options.rounds, run, onRound);
  await close();
  return costs;
}

async function startCosts(directory: string, rounds: number): Promise<Measured['starts']> {
  const starts: Measured['starts'][number][] = [];
  for (let round = 0; round < rounds; round++) {
    const shop = await openShop(directory);
    const { node, postgres } = used(shop);
    starts.push({ node: node * 1000, postgres: postgres * 1000, took: shop.startedIn });
    await shop.stop();
  }
  return starts;
}

/** What it costs to be open, a second; memory when it has just started. */
async function idleCost(shop: Shop): Promise<Idle> {
  const cost = await costOf(shop, 1, () => delay(IDLE_SECONDS * 1000));
  const megabytes = residentMegabytes(shop.process.pid, shop.database.pid);
  const aSecond = (key: 'node' | 'postgres' | 'statements') => cost[key] / IDLE_SECONDS;
  return { node: aSecond('node'), postgres: aSecond('postgres'), statements: aSecond('statements'), megabytes };
}

/** One shop of so many products. */
async function measureOne(products: number, options: Options, say: (what: string) => void): Promise<Measured> {
  say(`making a shop of ${products} products`);
  const directory = await makeShop(products);
  say(`starting it ${options.rounds} times`);
  const starts = await startCosts(directory, options.rounds);
  const shop = await openShop(directory);
  say(`idle for ${IDLE_SECONDS} s`);
  const idle = await idleCost(shop);
  const costs = await measureWork(shop, options, say);
  await shop.stop();
  return { products, starts, idle, costs };
}

/** The whole system as `npm start` starts it: CPU of Agora and its Postgres, statements, start, memory. */
export async function measureShop(options: Options, say: (what: string) => void): Promise<Section> {
  const measured: Measured[] = [];
  for (const products of options.products) measured.push(await measureOne(products, options, say));
  return {
    name: 'shop',
    how: `One visitor; ${options.rounds} rounds in turns after one to warm up, each of ${options.requests} requests or ${checkouts(options)} checkouts; medians, and between which values half of the rounds lie.`,
    findings: measured.flatMap(findings),
    tables: measured.map(table),
  };
}
