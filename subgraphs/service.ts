import { hostname } from 'node:os';
import { collectDefaultMetrics } from 'prom-client';
import type { Logger } from 'pino';
import { openDatabases, type Databases } from '../gateway/databases';
import { openFrontDoor, type FrontDoor } from '../gateway/http/frontDoor';
import { createLog } from '../gateway/log';
import { openMetricsPort } from '../gateway/observability/metrics/port';
import { readServiceSettings, tlsOf, type ServiceSettings } from '../gateway/serviceSettings';
import { databaseError, listenError } from '../gateway/startErrors';
import { addressedRooms, type AddressedRooms } from '../gateway/transports/addressedRooms';
import { HTTP_DEFAULTS } from '../gateway/transports/settings';
import { sealer } from '../platform/identity/seal';
import { unsealer } from '../platform/identity/unsealing';
import { stoppable, type Closers } from '../platform/kernel/stoppable';
import { openCarriers, type Carriers } from '../platform/redis/carriers';
import { openNonces, type SharedNonces } from '../platform/redis/nonces';
import { serviceMetrics, type ServiceMetrics } from '../platform/service/metrics';
import { serveRoom } from '../platform/service/service';
import { callbackEmitter } from '../platform/subgraph/callbacks/emitter';
import type { AnySubgraph } from '../platform/subgraph/definition';
import { migrateHouse, startHouse, type House } from '../platform/subgraph/house';
import type { RoomSpans } from '../platform/subgraph/roomSpans';
import { subgraphs } from '.';

/** One room that runs as a service of its own. */
export type Service = {
  readonly room: string;
  readonly url: string;
  readonly metricsUrl?: string;
  /** Lets what is under way finish, hands over the rest, and closes everything. May be called twice. */
  stop(): Promise<void>;
};

export type Say = (sentence: string) => void;
/** For requests; what is left of the half minute is for the rest. */
const DRAIN_PATIENCE = 10_000;
/** For those who ask this copy still: they hear that they should ask another. */
const LINGER = 1_000;

/** How the other rooms are asked, and how they are told. */
function openRoads(room: string, settings: ServiceSettings, { alone }: ServiceMetrics, log: Logger) {
  const { roomUrls, SERVICE_KEYS, REDIS_URL: url, ROOM_TIMEOUT: timeout } = settings;
  const name = settings.EXECUTOR_ID ?? `${room}@${hostname()}:${process.pid}`;
  const times = { headersTimeout: timeout, bodyTimeout: timeout };
  const shown = { headersOf: sealer(SERVICE_KEYS), tls: tlsOf(settings) };
  return {
    elsewhere: addressedRooms(roomUrls, { ...HTTP_DEFAULTS, subscriptions: 'sse', ...times, ...shown }, log),
    carriers: openCarriers({ url, name, group: room, definitions: subgraphs, log }),
    nonces: openNonces({ url, name: `${name}-nonces`, log }, alone),
  };
}
type Roads = { elsewhere: AddressedRooms; carriers: Carriers; nonces: SharedNonces };

type Parts = {
  definition: AnySubgraph;
  settings: ServiceSettings;
  log: Logger;
  say: Say;
  /** Where the room shows what it does; nowhere if not asked for. */
  spans?: RoomSpans;
};

/** Spans, where they are asked for. What sends them is loaded only then. */
async function openSpans({ definition, settings, log }: Parts, closers: Closers): Promise<RoomSpans | undefined> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: service } = settings;
  if (endpoint === undefined) return undefined;
  const [{ openExporter }, { roomSpans }, { SpanKind }] = await Promise.all([
    import('../gateway/observability/tracing/exporter'),
    import('../platform/subgraph/roomSpans'),
    import('@opentelemetry/api'),
  ]);
  const { tracerOf, stop } = openExporter({ endpoint, serviceName: `${service}-${definition.name}`, log });
  closers.push(stop);
  return roomSpans(tracerOf('rooms'), SpanKind.SERVER);
}

async function openHouse(
  { definition, settings, log, say, spans }: Parts,
  databases: Databases,
  roads: Roads,
): Promise<House> {
  const { name } = definition;
  await databases.mustAnswer();
  const { urlOf } = databases;
  try {
    say(`Bringing the database of ${name} up to date.`);
    await migrateHouse([definition], urlOf);
    return await startHouse({
      definitions: [definition],
      databaseUrl: urlOf,
      tenants: settings.AGORA_TENANTS,
      log,
      connections: settings.DATABASE_CONNECTIONS,
      spans,
      roads: (here) => (room) => (room === name ? here(room) : roads.elsewhere.rooms(room)),
      bus: roads.carriers.bus,
      topics: roads.carriers.topics,
      executor: { application: `agora-${name}`, prefix: name, id: settings.EXECUTOR_ID },
    });
  } catch (error) {
    throw databaseError(error, urlOf('workflows'));
  }
}

async function openMetrics({ settings, log }: Parts, { registry }: ServiceMetrics) {
  const { METRICS_PORT: port, HOST: host } = settings;
  if (port === undefined) return undefined;
  collectDefaultMetrics({ register: registry });
  const read = { read: () => registry.metrics(), contentType: registry.contentType };
  return openMetricsPort(read, { port, host, log }).catch((error: unknown) => {
    throw listenError(error, host, port, { host: 'HOST=', port: (other) => `METRICS_PORT=${other}` });
  });
}

/** Lets the room in behind its door. */
function letIn(
  parts: Parts,
  house: House,
  door: FrontDoor,
  metrics: ServiceMetrics,
  roads: Roads,
  closers: Closers,
  ready: Databases,
) {
  const { definition, settings, log } = parts;
  const service = serveRoom({
    room: house.room(definition.name),
    unseal: unsealer({ keys: settings.SERVICE_KEYS, seen: roads.nonces.seen }),
    emitter: callbackEmitter({ routers: settings.CALLBACK_ROUTERS, log }),
    metrics,
    log,
  });
  closers.push(async () => {
    // Those who listen are sent away first: they would stay for ever.
    const gone = door.drain(DRAIN_PATIENCE, LINGER);
    await service.endLive();
    await gone;
  });
  door.open({ handle: service.handle, upgrade: service.upgrade, check: ready.answer });
}

async function start(parts: Parts, closers: Closers): Promise<Omit<Service, 'stop'>> {
  const { definition, settings, log } = parts;
  const { name } = definition;
  const { PORT: port, HOST: host } = settings;
  const door = await openFrontDoor({ port, host, tls: tlsOf(settings) }).catch((error: unknown) => {
    throw listenError(error, host, port, { host: 'HOST=', port: (other) => `PORT=${other}` });
  });
  closers.push(door.close);
  const metrics = serviceMetrics(name);
  const metricsPort = await openMetrics(parts, metrics);
  if (metricsPort) closers.push(metricsPort.stop);
  const databases = await openDatabases(settings, parts.say, [name, 'workflows']);
  const roads = openRoads(name, settings, metrics, log);
  closers.push(roads.elsewhere.stop, roads.carriers.close, async () => roads.nonces.close());
  const house = await openHouse({ ...parts, spans: await openSpans(parts, closers) }, databases, roads);
  closers.push(house.stop, roads.carriers.rest);
  letIn(parts, house, door, metrics, roads, closers, databases);
  return { room: name, url: door.url, metricsUrl: metricsPort?.url };
}

/** Starts one room. @throws an error whose message says what to do; what was opened by then is closed again */
export async function startService(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  say: Say = () => {},
): Promise<Service> {
  const { definition, settings } = readServiceSettings(args, environment, subgraphs);
  const log = createLog(settings.LOG_LEVEL).child({ room: definition.name });
  return stoppable((closers) => start({ definition, settings, log, say }, closers));
}
