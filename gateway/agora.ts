import type { Logger } from 'pino';
import type { OnStatement } from '../platform/data/tenantPool';
import { systemClock, type Clock } from '../platform/kernel/clock';
import { stoppable, type Closers } from '../platform/kernel/stoppable';
import type { House } from '../platform/subgraph/house';
import type { Carriers } from '../platform/redis/carriers';
import type { RoomSpans } from '../platform/subgraph/roomSpans';
import type { Rooms } from '../platform/subgraph/transport';
import { openDatabases, type Databases } from './databases';
import { openFrontDoor, type FrontDoor } from './http/frontDoor';
import { createLog } from './log';
import { countStatements, type Statements } from './observability/explain/statements';
import { observabilityOf } from './observability/ofSettings';
import type { Edge } from './server';
import type { Settings } from './settings';
import { databaseError, listenError } from './startErrors';

export type Say = (sentence: string) => void;

export type AgoraOptions = {
  readonly settings: Settings;
  readonly clock?: Clock;
  /** Whether jobs run by themselves. */
  readonly schedule?: boolean;
  readonly onStatement?: OnStatement;
  /** Fills a house whose rooms stand and which nobody visits yet. */
  readonly seed?: (rooms: Rooms, databaseUrl: (room: string) => string, say: Say) => Promise<void>;
  /** Hears, sentence by sentence, what is being done. */
  readonly say?: Say;
  readonly log?: Logger;
};

/** All of Agora in one process: the house, its gateway, and the way in. */
export type Agora = {
  readonly url: string;
  readonly wsUrl: string;
  /** Of the metrics; undefined when they are off. */
  readonly metricsUrl?: string;
  readonly house: House;
  readonly edge: Edge;
  /** Lets those inside finish, for ten seconds at most, then closes everything. May be called twice. */
  stop(): Promise<void>;
};

const DRAIN_PATIENCE = 10_000;

type Parts = Required<Omit<AgoraOptions, 'seed' | 'onStatement'>> & Pick<AgoraOptions, 'seed' | 'onStatement'>;

// Heavy, and not needed to start Postgres and to open the door: loaded while those are waited for.
async function load({ settings, clock, log, say }: Parts, closers: Closers) {
  const [
    { subgraphs },
    house,
    { createAgoraEdge },
    { localTransport },
    { routedHere },
    { timedRooms },
    { supergraphOf },
    { readTypeDefs },
    { protectionOf },
    { liveLimitsOf },
  ] = await Promise.all([
    import('../subgraphs'),
    import('../platform/subgraph/house'),
    import('./agoraEdge'),
    import('./transports/local'),
    import('./http/roomRoutes'),
    import('./transports/timed'),
    import('./supergraph/ofSettings'),
    import('../platform/subgraph/schema'),
    import('./protection/protection'),
    import('./subscriptions/limits'),
  ]);
  const schemas = subgraphs.map(({ name, folder }) => ({ name, typeDefs: readTypeDefs(folder) }));
  const onCompose = () => say('Composing the graph of the rooms.');
  const supergraph = await supergraphOf(settings, { schemas, isWhole: true, onCompose, clock, log, closers });
  return {
    subgraphs,
    house,
    createAgoraEdge,
    localTransport,
    routedHere,
    timedRooms,
    protectionOf,
    liveLimitsOf,
    supergraph,
  };
}
type Loaded = Awaited<ReturnType<typeof load>>;

/** With Redis there may be several of us on one database: events and wakes reach all. */
async function openCarriers({ settings, log }: Parts, { subgraphs }: Loaded, closers: Closers) {
  const { REDIS_URL: url, EXECUTOR_ID: id } = settings;
  if (url === undefined) return undefined;
  const [{ openCarriers: open }, { hostname }] = await Promise.all([
    import('../platform/redis/carriers'),
    import('node:os'),
  ]);
  const name = id ?? `agora@${hostname()}:${process.pid}`;
  const carriers = open({ url, name, group: 'agora', definitions: subgraphs, log });
  closers.push(carriers.close);
  return carriers;
}

type Furniture = { statements: Statements; spans?: RoomSpans; carriers?: Pick<Carriers, 'bus' | 'topics'> };

async function furnish(
  parts: Parts,
  { subgraphs, house }: Loaded,
  databases: Databases,
  { statements, spans, carriers }: Furniture,
): Promise<House> {
  const { settings, clock, schedule, log, say } = parts;
  await databases.mustAnswer();
  const { urlOf } = databases;
  try {
    say('Bringing the database up to date.');
    await house.migrateHouse(subgraphs, urlOf);
    say(`Starting the rooms: ${subgraphs.map(({ name }) => name).join(', ')}.`);
    const tenants = settings.AGORA_TENANTS;
    return await house.startHouse({
      definitions: subgraphs,
      databaseUrl: urlOf,
      tenants,
      log,
      clock,
      schedule,
      onStatement: hearingBoth(statements.hear, parts.onStatement),
      spans,
      connections: settings.DATABASE_CONNECTIONS,
      bus: carriers?.bus,
      topics: carriers?.topics,
      executor: { application: 'agora', prefix: 'local', id: settings.EXECUTOR_ID },
    });
  } catch (error) {
    throw databaseError(error, urlOf('workflows'));
  }
}

const hearingBoth = (one: OnStatement, other: OnStatement | undefined): OnStatement =>
  other ? (text, purpose) => (one(text, purpose), other(text, purpose)) : one;

function openDoor({ settings: { PORT: port, HOST: host } }: Parts): Promise<FrontDoor> {
  return openFrontDoor({ port, host }).catch((error: unknown) => {
    throw listenError(error, host, port);
  });
}

async function start(parts: Parts, closers: Closers): Promise<Omit<Agora, 'stop'>> {
  const { settings, clock, log, say, seed } = parts;
  const door = await openDoor(parts);
  closers.push(door.close);
  const observability = await observabilityOf(settings, log);
  closers.push(observability.stop);
  const opening = openDatabases(settings, say).then((databases) => {
    closers.push(databases.stop);
    return databases;
  });
  const [databases, loaded] = await Promise.all([opening, load(parts, closers)]).catch(async (error: unknown) => {
    // Whatever failed, the other must be over before all is closed.
    await opening.catch(() => {});
    throw error;
  });
  const statements = countStatements();
  const carriers = await openCarriers(parts, loaded, closers);
  const house = await furnish(parts, loaded, databases, { statements, spans: observability.roomSpans, carriers });
  closers.push(house.stop);
  if (carriers) closers.push(carriers.rest);
  await seed?.(house.room, databases.urlOf, say);
  const edge = await loaded.createAgoraEdge({
    ...loaded.supergraph,
    rooms: loaded.timedRooms(loaded.localTransport(house.rooms), settings.ROOM_TIMEOUT),
    routed: house.rooms.map(loaded.routedHere),
    tenants: settings.AGORA_TENANTS,
    introspection: settings.INTROSPECTION,
    protection: loaded.protectionOf(settings),
    live: loaded.liveLimitsOf(settings),
    observability,
    statements,
    log,
    clock,
  });
  closers.push(edge.stop, async () => {
    edge.endLive();
    await door.drain(DRAIN_PATIENCE);
  });
  door.open({ handle: edge.handle, upgrade: edge.upgrade, check: databases.answer, about: edge.health });
  const { metricsUrl } = observability;
  return { url: door.url, wsUrl: door.url.replace(/^http/, 'ws'), metricsUrl, house, edge };
}

/** Starts everything. @throws an error whose message says what to do; what was opened by then is closed again */
export async function startAgora(options: AgoraOptions): Promise<Agora> {
  const log = options.log ?? createLog(options.settings.LOG_LEVEL);
  const parts: Parts = { clock: systemClock, schedule: true, say: () => {}, ...options, log };
  return stoppable((closers) => start(parts, closers));
}
