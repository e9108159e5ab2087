import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { forked, hear } from '../measure/processes';
import { median, quantile } from '../measure/statistics';
import type { Options } from '../options';
import { spread, type Finding, type Section, type Table } from '../report';
import type { Answer } from './gateway';
import type { Heard } from './clients';

/**
 * Push: what one event costs that many clients hear. One gateway in one process; all clients, a socket each, in another; each
 * event has a field of a second room.
 *
 * - one by one: the next event happens when all have heard the last. Deliveries a second while there is something to deliver.
 * - paced: 20,000 deliveries a second for two seconds. How long after it happened an event is heard (99 of 100 deliveries).
 *
 * The two sides of a delivery are timed by one clock. Clients count in: their process is as busy as the gateway's.
 */
const CLIENTS = 1000;
const EVENTS = 40;
const PACE = 20_000;

type Round = { perSecond: number; p99: number; pacedP99: number; pacedPerSecond: number; cpuMicros: number };

async function answerOf<T>(child: ChildProcess, has: string, ask: () => void = () => {}): Promise<T> {
  return new Promise((resolve) => {
    const take = (answer: object) => {
      if (!(has in answer)) return;
      child.off('message', take);
      resolve(answer as T);
    };
    child.on('message', take);
    ask();
  });
}

let event = 0;

/** Makes something happen; answers when, and when it was heard. */
async function happen(
  gateway: ChildProcess,
  clients: ChildProcess,
): Promise<{ sentAt: number; times: readonly number[] }> {
  const mine = ++event;
  const find = <T extends { event: number }>(child: ChildProcess) =>
    new Promise<T>((resolve) => {
      const take = (told: T) => {
        if (told.event !== mine) return;
        child.off('message', take);
        resolve(told);
      };
      child.on('message', take);
    });
  const both = Promise.all([find<Extract<Answer, { event: number }>>(gateway), find<Heard>(clients)]);
  gateway.send({ event: mine });
  const [{ sentAt }, { times }] = await both;
  return { sentAt, times };
}

const latencies = (heard: readonly { sentAt: number; times: readonly number[] }[]) =>
  heard.flatMap(({ sentAt, times }) => times.map((time) => time - sentAt));

async function round(gateway: ChildProcess, clients: ChildProcess): Promise<Round> {
  const cpu = async () => (await answerOf<{ cpu: number }>(gateway, 'cpu', () => gateway.send('cpu'))).cpu;
  const before = await cpu();
  const single = [];
  for (let count = 0; count < EVENTS; count++) single.push(await happen(gateway, clients));
  const used = (await cpu()) - before;
  const paced = [];
  const pause = (1000 * CLIENTS) / PACE;
  const began = performance.now();
  for (let count = 0; count < EVENTS; count++) {
    await delay(Math.max(0, began + count * pause - performance.now()));
    paced.push(happen(gateway, clients));
  }
  const heard = await Promise.all(paced);
  const last = Math.max(...heard.flatMap(({ times }) => times));
  const first = Math.min(...heard.map(({ sentAt }) => sentAt));
  return {
    perSecond: median(single.map(({ sentAt, times }) => (1000 * CLIENTS) / (Math.max(...times) - sentAt))),
    p99: quantile(latencies(single), 0.99),
    pacedPerSecond: (1000 * CLIENTS * EVENTS) / (last - first),
    pacedP99: quantile(latencies(heard), 0.99),
    cpuMicros: (used * 1e6) / (EVENTS * CLIENTS),
  };
}

function findings(rounds: readonly Round[]): Finding[] {
  const of = (pick: (round: Round) => number) => median(rounds.map(pick));
  return [
    {
      work: 'push: one event to 1,000 subscribers, one by one',
      measured: of(({ perSecond }) => perSecond),
      budget: 20_000,
      unit: 'deliveries/s',
      atLeast: true,
      peers: 'stock executor: about 2,500 deliveries/s',
    },
    {
      work: 'push: 20,000 deliveries a second, p99',
      measured: of(({ pacedP99 }) => pacedP99),
      budget: 100,
      unit: 'ms',
    },
  ];
}

function table(rounds: readonly Round[]): Table {
  const row = (name: string, pick: (round: Round) => number) => [name, spread(rounds.map(pick))];
  return {
    title: 'Push',
    columns: ['what', 'median'],
    rows: [
      row('one by one: deliveries a second', ({ perSecond }) => perSecond),
      row('one by one: p99, ms', ({ p99 }) => p99),
      row("one by one: the gateway's CPU of a delivery, µs", ({ cpuMicros }) => cpuMicros),
      row('paced: deliveries a second', ({ pacedPerSecond }) => pacedPerSecond),
      row('paced: p99, ms', ({ pacedP99 }) => pacedP99),
    ],
  };
}

/** @see the head of this file */
export async function measureLive({ rounds: count }: Options, say: (what: string) => void): Promise<Section> {
  say(`opening ${CLIENTS} clients`);
  const gateway = forked('bench/live/gateway.ts', ['gateway']);
  const { url } = await hear<{ url: string }>(gateway);
  const clients = forked('bench/live/clients.ts', ['clients', url, String(CLIENTS)]);
  await hear(clients);
  await delay(500);
  const rounds: Round[] = [];
  for (let nth = 0; nth <= count; nth++) {
    say(nth === 0 ? 'warming up' : `round ${nth} of ${count}`);
    const measured = await round(gateway.process, clients.process);
    if (nth > 0) rounds.push(measured);
  }
  return {
    name: 'live',
    how: `${CLIENTS} clients, a socket each; ${count} rounds of ${EVENTS} events after one to warm up; medians, and between which values half of the rounds lie.`,
    findings: findings(rounds),
    tables: [table(rounds)],
  };
}
