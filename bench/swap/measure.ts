import { setTimeout as delay } from 'node:timers/promises';
import { openFolderStore } from '../../registry/store/folder';
import type { Store } from '../../registry/store/store';
import { publish, startService, pair } from '../../registry/test/server/story';
import { client } from '../measure/load';
import { atEnd, forked, hear, temporaryFolder, type Child } from '../measure/processes';
import { quantile } from '../measure/statistics';
import type { Options } from '../options';
import { figure, spread, type Section } from '../report';
import { putLoad, subscribeAll, type Requests } from './clients';
import type { Answer } from './gateway';
import { measureRecording } from './recording';
import { FIELD, twoVersions } from './versions';

/**
 * Swapping the supergraph of a gateway that is under load. Agora's own graph in two versions, of which one has a field more, is
 * published in turns to a real registry; one gateway follows it by long polling, in a process of its own, in front of rooms that
 * are played. Eight requests at a time ask for it, of forty operations; a hundred sockets subscribe. The registry and all
 * clients are one other process.
 *
 * - from publishing to the first answer by the new graph: somebody asks for the field every other millisecond, until it is there,
 *   or is no more.
 * - longest block: for how long the gateway's event loop did nothing else, at the longest, while it swapped.
 */
const CONCURRENCY = 8;
const SUBSCRIBERS = 100;
const SWAPS_A_ROUND = 4;

type Swap = { readonly latency: number; readonly blocked: number };

async function start(store: Store) {
  const service = await startService({ store });
  atEnd(service.stop);
  const gateway = forked('bench/swap/gateway.ts', [
    service.url,
    service.token('gateway', ['read', 'usage']),
    pair.trusted,
  ]);
  const { url } = await hear<{ url: string }>(gateway);
  return { service, gateway, url };
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`It has not come to that: ${what}.`);
    await delay(2);
  }
}

/** What the gateway's event loop was blocked at the longest, since it was told to begin. */
async function blockedOf(gateway: Child): Promise<number> {
  const told = hear<Extract<Answer, { blocked: number }>>(gateway);
  gateway.process.send('end');
  return (await told).blocked;
}

const share = (work: string, whole: number, all: number) => ({
  work,
  measured: (100 * whole) / all,
  budget: 100,
  unit: '%',
  atLeast: true,
});

type Result = { readonly swaps: readonly Swap[]; readonly requests: Requests; readonly gone: number };

function section({ swaps, requests: { answered, lost, times }, gone }: Result): Section {
  const [latencies, blocks] = [swaps.map(({ latency }) => latency), swaps.map(({ blocked }) => blocked)];
  const rows = [
    ['from publishing to the first answer by the new graph, ms', spread(latencies)],
    ['the slowest of them, ms', figure(Math.max(...latencies))],
    ["the gateway's event loop was blocked, at the longest of each swap, ms", spread(blocks)],
    ['requests meanwhile', figure(answered)],
    ['requests lost', figure(lost.length)],
    ['requests: median and p99, ms', `${figure(quantile(times, 0.5))}, ${figure(quantile(times, 0.99))}`],
    ['live subscriptions lost', figure(gone)],
  ];
  return {
    name: 'swap',
    how: `${swaps.length} swaps after one to warm up, ${CONCURRENCY} requests at a time and ${SUBSCRIBERS} live subscriptions meanwhile; medians, and between which values half of the swaps lie.`,
    findings: [
      share('swap: requests answered', answered, answered + lost.length),
      share('swap: live subscriptions that heard every event', SUBSCRIBERS - gone, SUBSCRIBERS),
    ],
    tables: [
      { title: 'Swap', columns: ['what', 'measured'], rows },
      {
        title: 'Counting the use of the schema',
        columns: ['request', 'CPU, µs'],
        rows: measureRecording().map(({ what, micros }) => [what, figure(micros)]),
      },
    ],
  };
}

/** @see the head of this file */
export async function measureSwap({ rounds }: Options, say: (what: string) => void): Promise<Section> {
  say('composing two versions, starting a registry and a gateway');
  const versions = await twoVersions();
  const store = openFolderStore(await temporaryFolder());
  await publish(store, versions.without);
  const { service, gateway, url } = await start(store);
  const prober = client(`${url}/graphql`);
  const knows = async () => !(await prober.send({ query: FIELD, variables: {} })).text.startsWith('{"errors"');
  const live = subscribeAll(url, SUBSCRIBERS);
  await until('all hear', () => (gateway.process.send('event'), live.reached(1) === SUBSCRIBERS));
  const end = putLoad(url, CONCURRENCY);

  async function swapTo(isNew: boolean): Promise<Swap> {
    gateway.process.send('begin');
    const began = performance.now();
    await publish(store, isNew ? versions.with : versions.without);
    await service.live.look();
    await until('the swap', async () => (await knows()) === isNew);
    const latency = performance.now() - began;
    await delay(100);
    return { latency, blocked: await blockedOf(gateway) };
  }

  const swaps: Swap[] = [];
  const heardBefore = live.fewest();
  for (let nth = 0; nth <= rounds * SWAPS_A_ROUND; nth++) {
    if (nth % SWAPS_A_ROUND === 1) say(`round ${1 + (nth - 1) / SWAPS_A_ROUND} of ${rounds}`);
    const swap = await swapTo(nth % 2 === 0);
    gateway.process.send('event');
    // What it takes to warm up is not counted. Between two swaps, as between two releases, there is a second at least.
    if (nth > 0) swaps.push(swap);
    await delay(1_000);
  }
  const { answered, lost, times } = await end();
  await until('all have heard all', () => live.fewest() >= heardBefore + swaps.length);
  const gone = await live.close();
  await prober.close();
  if (lost.length > 0) say(`lost: ${lost.slice(0, 3).join('; ')}`);
  return section({ swaps, requests: { answered, lost, times }, gone });
}
