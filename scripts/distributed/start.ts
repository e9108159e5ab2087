import { demoSeed, hasDemoAccounts } from '../../gateway/demo';
import { OWNERS, readSettings, type Environment } from '../../gateway/settings';
import { tlsOf } from '../../gateway/serviceSettings';
import { addressedRooms } from '../../gateway/transports/addressedRooms';
import { HTTP_DEFAULTS } from '../../gateway/transports/settings';
import { createLog } from '../../gateway/log';
import { startEmbeddedPostgres } from '../../platform/data/embedded';
import { layOut } from '../../platform/data/embedded/layout';
import { freePort } from '../../platform/data/embedded/port';
import { sealer } from '../../platform/identity/seal';
import { stoppable, type Closers } from '../../platform/kernel/stoppable';
import { endOrphans } from '../../platform/redis/orphans';
import { startLastingRedis } from '../../platform/redis/server';
import { plan, type Planned } from './plan';
import { supervise, type Say, type Supervised } from './processes';

const ROOMS = OWNERS.filter((owner) => owner !== 'workflows');

/** Each process has some twenty connections, and there may be many. */
const POSTGRES = { max_connections: '1000' };

export type Distributed = {
  /** Whether somebody can sign in as the demo tells it. */
  readonly hasAccounts: boolean;
  readonly processes: readonly Supervised[];
  /** Of the gateways. */
  readonly urls: readonly string[];
  readonly databaseUrl: string;
  readonly redis: { readonly url: string; readonly pid?: number };
  stop(): Promise<void>;
};

/** A change of the plan before it is carried out, for those who want to stand between the parts. */
export type Rewire = (planned: readonly Planned[]) => Promise<readonly Planned[]>;

/** A port may be free at two looks in a row: what was given once is not given again. */
function freePorts(): () => Promise<number> {
  const given = new Set<number>();
  return async function next(): Promise<number> {
    const port = await freePort();
    if (given.has(port)) return next();
    given.add(port);
    return port;
  };
}

/** Fills the shop over the very way that gateways take. @returns whether somebody could sign in as the demo tells it */
async function seed(environment: Environment, [one]: readonly Planned[], databaseUrl: string, say: Say) {
  const settings = readSettings({ ...environment, ...one?.environment });
  const fill = demoSeed(settings);
  if (!settings.SERVICE_KEYS) return false;
  const http = { ...HTTP_DEFAULTS, headersOf: sealer(settings.SERVICE_KEYS), tls: tlsOf(settings) };
  const rooms = addressedRooms(settings.roomUrls, http, createLog('warn'));
  try {
    await fill?.(rooms.rooms, () => databaseUrl, say);
    return await hasDemoAccounts(rooms.rooms, settings);
  } finally {
    await rooms.stop();
  }
}

async function openGround(environment: Environment, say: Say, closers: Closers) {
  const { DATABASE_URL, REDIS_URL, AGORA_DATA } = readSettings(environment);
  const notes = layOut(AGORA_DATA).directory;
  for (const pid of endOrphans(notes)) say(`Ended a Redis (process ${pid}) that a former run had left.`);
  const redis = REDIS_URL === undefined ? await startLastingRedis({ notes }, say) : { url: REDIS_URL };
  if ('stop' in redis) closers.push(redis.stop);
  if (DATABASE_URL !== undefined) return { databaseUrl: DATABASE_URL, redis };
  const postgres = await startEmbeddedPostgres({ dataDirectory: AGORA_DATA, settings: POSTGRES, log: say });
  closers.push(postgres.stop);
  return { databaseUrl: postgres.url, redis };
}

const stopAll = (processes: readonly Supervised[]) => Promise.all(processes.map((each) => each.stop()));

async function start(
  environment: Environment,
  say: Say,
  closers: Closers,
  rewire: Rewire,
): Promise<Omit<Distributed, 'stop'>> {
  const { databaseUrl, redis } = await openGround(environment, say, closers);
  const planned = await rewire(await plan(ROOMS, environment, { databaseUrl, redisUrl: redis.url }, freePorts()));
  say(`Starting ${planned.map(({ name }) => name).join(', ')}.`);
  const processes = planned.map((each) => supervise(each, say));
  const of = (kind: Planned['kind']) => processes.filter((each) => each.planned.kind === kind);
  // Gateways first: they let those inside finish while the rooms still answer.
  closers.push(
    () => stopAll(of('room')),
    () => stopAll(of('gateway')),
  );
  await Promise.all(processes.map((each) => each.ready()));
  const hasAccounts = await seed(environment, planned, databaseUrl, say);
  return { hasAccounts, processes, urls: of('gateway').map((each) => each.planned.url), databaseUrl, redis };
}

/** Starts all rooms as services, and gateways in front. @throws an error whose message says what to do */
export async function startDistributed(
  environment: Environment,
  say: Say,
  rewire: Rewire = async (planned) => planned,
): Promise<Distributed> {
  return stoppable((closers) => start(environment, say, closers, rewire));
}
