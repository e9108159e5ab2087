import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import type { Planned } from '../../scripts/distributed/plan';
import type { Supervised } from '../../scripts/distributed/processes';
import { startDistributed } from '../../scripts/distributed/start';
import type { Place } from '../story/people';
import { post } from '../story/post';
import { openGround, type Ground } from './ground';
import { startProxy, type Proxy } from './proxies/proxy';

/** The distributed shape with wires of ours between its parts. */
export type Target = {
  readonly ground: Ground;
  /** Of the gateways. */
  readonly gateways: readonly string[];
  readonly place: Place;
  readonly webhookSecret: string;
  /** Wires to the copies of a room. */
  wiresTo(room: string): readonly Proxy[];
  /** Its processes: `orders-1`. */
  named(name: string): Supervised;
  readonly names: readonly string[];
  /** A statement of somebody who looks on from outside, past all wires. */
  sql<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
};

const COPIES = { COPIES_orders: '2' };
/** Short times, so that they end while somebody watches. */
const TIMES = { ORDERS_PAYMENT_MINUTES: '1', ROOM_TIMEOUT: '3000' };

/** Puts a wire before each copy of each room. */
function wiring(random: () => number, more: Readonly<Record<string, string>>) {
  const wires = new Map<string, Proxy[]>();
  async function wire(url: string, room: string): Promise<string> {
    const { hostname: host, port } = new URL(url);
    const proxy = await startProxy({ host, port: Number(port) }, random);
    wires.set(room, [...(wires.get(room) ?? []), proxy]);
    return `http://127.0.0.1:${proxy.port}`;
  }
  return {
    wires,
    async rewire(planned: readonly Planned[]): Promise<Planned[]> {
      const wired: Record<string, string> = {};
      const rooms = planned.filter(({ kind }) => kind === 'room');
      for (const { command, url } of rooms) {
        const room = command[1] as string;
        const name = `${room.toUpperCase()}_URL`;
        wired[name] = [...(wired[name]?.split(',') ?? []), await wire(url, room)].join(',');
      }
      return planned.map((each) => ({ ...each, environment: { ...each.environment, ...wired, ...more } }));
    },
    stop: () => Promise.all([...wires.values()].flat().map((proxy) => proxy.stop())),
  };
}

async function ask<Row>(ground: Ground, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: ground.direct().databaseUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows as Row[];
  } finally {
    await client.end();
  }
}

function findIn(processes: readonly Supervised[], name: string): Supervised {
  const found = processes.find(({ planned }) => planned.name === name);
  if (!found) throw new Error(`There is no process ${name}.`);
  return found;
}

/** A log that is written anew. */
function openLog(file: string) {
  mkdirSync(path.dirname(file), { recursive: true });
  return createWriteStream(file);
}

/** How tests speak to it: past the buyers, by its first gateway. */
const placeOf = (ground: Ground, [gateway = '']: readonly string[]): Place => ({
  clock: { now: () => new Date() },
  get databaseUrl() {
    return ground.direct().databaseUrl;
  },
  graphql: (operation, variables = {}, caller = {}) => post(gateway, operation, variables, caller),
});

const environmentOf = (ground: Ground, webhookSecret: string) => ({
  DATABASE_URL: ground.databaseUrl,
  REDIS_URL: ground.redisUrl,
  PAYMENTS_WEBHOOK_SECRET: webhookSecret,
  SEED: 'none',
  LOG_LEVEL: 'info',
  ...COPIES,
});

/**
 * @param random numbers from 0 up to 1
 * @param logFile for all that the processes say
 * @throws an error whose message says what to do
 */
export async function startTarget(random: () => number, logFile: string): Promise<Target> {
  const ground = await openGround(random);
  const [log, webhookSecret] = [openLog(logFile), randomUUID()];
  const { wires, rewire, stop } = wiring(random, { ...TIMES, AGORA_DATA: ground.folder });
  const end = async () => {
    await stop();
    await ground.stop();
    log.end();
  };
  const say = (line: string) => void log.write(`${line}\n`);
  const starting = startDistributed(environmentOf(ground, webhookSecret), say, rewire);
  const running = await starting.catch((error: unknown) =>
    end().then(() => {
      throw error;
    }),
  );
  return {
    ground,
    webhookSecret,
    gateways: running.urls,
    place: placeOf(ground, running.urls),
    wiresTo: (room) => wires.get(room) ?? [],
    named: (name) => findIn(running.processes, name),
    names: running.processes.map(({ planned }) => planned.name),
    sql: (text, values) => ask(ground, text, values),
    stop: () => running.stop().then(end),
  };
}
