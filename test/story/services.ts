import type { Agora, AgoraOptions } from '../../gateway/agora';
import { createAgoraEdge } from '../../gateway/agoraEdge';
import { openFrontDoor } from '../../gateway/http/frontDoor';
import { createLog } from '../../gateway/log';
import { protectionOf } from '../../gateway/protection/protection';
import { liveLimitsOf } from '../../gateway/subscriptions/limits';
import { loadSupergraph } from '../../gateway/supergraph/load';
import { textSource } from '../../gateway/supergraph/source';
import { addressedRooms, type AddressedRooms } from '../../gateway/transports/addressedRooms';
import { routedThere } from '../../gateway/transports/routedThere';
import { HTTP_DEFAULTS } from '../../gateway/transports/settings';
import { sealer, type ServiceKeys } from '../../platform/identity/seal';
import { unsealer } from '../../platform/identity/unsealing';
import { systemClock } from '../../platform/kernel/clock';
import { openCarriers } from '../../platform/redis/carriers';
import { startRedis } from '../../platform/redis/server';
import { serviceMetrics } from '../../platform/service/metrics';
import { serveRoom } from '../../platform/service/service';
import { callbackEmitter } from '../../platform/subgraph/callbacks/emitter';
import { migrateHouse, startHouse } from '../../platform/subgraph/house';
import type { Room } from '../../platform/subgraph/room';
import { subgraphs } from '../../subgraphs';
import { isInstalled } from '../redis/installed';

const KEYS: ServiceKeys = [{ id: 'test', secret: 'a secret of at least 32 characters' }];

type Closers = (() => Promise<unknown>)[];
type Log = ReturnType<typeof createLog>;

/** What carries events and wakes. Where there is no Redis, they stay in this process. */
async function openRedisRoads(log: Log, closers: Closers) {
  if (!isInstalled) return {};
  const { url, stop } = await startRedis();
  const { bus, topics, rest, close } = openCarriers({ url, name: 'test', group: 'test', definitions: subgraphs, log });
  closers.push(stop, close);
  return { bus, topics, rest };
}

/** A room behind a port of its own. */
async function openService(room: Room, log: Log, closers: Closers): Promise<string> {
  const [metrics, emitter] = [serviceMetrics(room.name), callbackEmitter({ routers: [], log })];
  const service = serveRoom({ room, unseal: unsealer({ keys: KEYS }), emitter, metrics, log });
  const door = await openFrontDoor({ port: 0, host: '127.0.0.1' });
  door.open({ handle: service.handle, upgrade: service.upgrade, check: async () => true });
  closers.push(door.close, service.endLive);
  return door.url;
}

/**
 * Agora as services, in one process all the same, so that a test can hold its clock and count its statements: every room stands
 * behind a port of its own, whoever asks one sends a sealed request, and events go through Redis.
 */
export async function startServices({
  settings,
  clock = systemClock,
  schedule,
  onStatement,
  log: given,
}: AgoraOptions) {
  const log = given ?? createLog(settings.LOG_LEVEL);
  const closers: Closers = [];
  const { DATABASE_URL = '', AGORA_TENANTS: tenants } = settings;
  const databaseUrl = () => DATABASE_URL;
  const seal = sealer(KEYS);
  const reached: { rooms?: AddressedRooms } = {};
  const { rest, ...carriers } = await openRedisRoads(log, closers);
  await migrateHouse(subgraphs, databaseUrl);
  const roads = () => (room: string) => (reached.rooms as AddressedRooms).rooms(room);
  const shared = { definitions: subgraphs, databaseUrl, tenants, log, clock, schedule, onStatement };
  const house = await startHouse({ ...shared, ...carriers, roads });
  closers.push(house.stop);
  if (rest) closers.push(rest);
  const urls: [string, string[]][] = [];
  for (const room of house.rooms) urls.push([room.name, [await openService(room, log, closers)]]);
  const addresses = Object.fromEntries(urls);
  const rooms = addressedRooms(addresses, { ...HTTP_DEFAULTS, subscriptions: 'sse', headersOf: seal }, log);
  reached.rooms = rooms;
  const { routed, stop } = routedThere(subgraphs, { addresses, seal, timeout: 30_000, log });
  const edge = await createAgoraEdge({
    source: textSource(await loadSupergraph(house.rooms)),
    rooms: rooms.rooms,
    roomsOf: rooms.roomsOf,
    routed,
    tenants,
    introspection: settings.INTROSPECTION,
    protection: protectionOf(settings),
    live: liveLimitsOf(settings),
    breakers: rooms.breakers,
    log,
    clock,
  });
  const door = await openFrontDoor({ port: settings.PORT, host: settings.HOST });
  door.open({ handle: edge.handle, upgrade: edge.upgrade, check: async () => true });
  closers.push(rooms.stop, stop, edge.stop, door.close, async () => edge.endLive());
  const agora: Agora = {
    url: door.url,
    wsUrl: door.url.replace(/^http/, 'ws'),
    house,
    edge,
    async stop() {
      for (let close = closers.pop(); close; close = closers.pop()) await close();
    },
  };
  return agora;
}
