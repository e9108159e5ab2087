import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Answer } from './gateway';
import type { Heard } from './clients';

/**
 * Push: what one event costs that many clients hear. One gateway in one process; all clients, a socket each, in another; each
 * event has a field of a second room. `npm run bench:live [-- clients rounds]`
 *
 * - one by one: the next event happens when all have heard the last. Deliveries a second while there is something to deliver.
 * - paced: 20,000 deliveries a second for two seconds. How long after it happened an event is heard (99 of 100 deliveries).
 *
 * The two sides of a delivery are timed by one clock. Clients count in: their process is as busy as the gateway's.
 */
const [CLIENTS = 1000, ROUNDS = 5] = process.argv.slice(2).map(Number);
const EVENTS = 40;
const PACE = 20_000;

type Round = { perSecond: number; p99: number; pacedP99: number; pacedPerSecond: number; cpuMicros: number };

const start = (file: string, ...args: string[]): ChildProcess =>
  fork(path.join(__dirname, `${file}.ts`), [file, ...args], { execArgv: ['--import', 'tsx'] });

const middle = (values: readonly number[], share = 0.5): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] as number;

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

const say = (line: string) => void process.stdout.write(`${line}\n`);

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
    perSecond: middle(single.map(({ sentAt, times }) => (1000 * CLIENTS) / (Math.max(...times) - sentAt))),
    p99: middle(latencies(single), 0.99),
    pacedPerSecond: (1000 * CLIENTS * EVENTS) / (last - first),
    pacedP99: middle(latencies(heard), 0.99),
    cpuMicros: (used * 1e6) / (EVENTS * CLIENTS),
  };
}

async function main(): Promise<void> {
  const gateway = start('gateway');
  const { url } = await answerOf<{ url: string }>(gateway, 'url');
  const clients = start('clients', url, String(CLIENTS));
  await once(clients, 'message');
  await delay(500);
  await round(gateway, clients);
  const rounds: Round[] = [];
  for (let count = 0; count < ROUNDS; count++) rounds.push(await round(gateway, clients));
  const line = (name: string, unit: string, pick: (round: Round) => number) => {
    const values = rounds.map(pick);
    const shown = [middle(values), Math.min(...values), Math.max(...values)].map((value) => value.toFixed(0));
    say(`${name.padEnd(34)} ${shown[0]?.padStart(8)} ${unit.padEnd(4)} (${shown[1]} to ${shown[2]})`);
  };
  say(`${CLIENTS} clients, ${ROUNDS} rounds of ${EVENTS} events after one to warm up; medians`);
  line('one by one: deliveries a second', '/s', ({ perSecond }) => perSecond);
  line('one by one: p99', 'ms', ({ p99 }) => p99);
  line('one by one: CPU of a delivery', 'µs', ({ cpuMicros }) => cpuMicros);
  line('paced: deliveries a second', '/s', ({ pacedPerSecond }) => pacedPerSecond);
  line('paced: p99', 'ms', ({ pacedP99 }) => pacedP99);
  for (const child of [clients, gateway]) child.kill();
}

void main();
