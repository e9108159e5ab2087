import type { Logger } from 'pino';
import { systemClock } from '../platform/kernel/clock';
import { stoppable, type Closers } from '../platform/kernel/stoppable';
import { sealer } from '../platform/identity/seal';
import { openFrontDoor } from './http/frontDoor';
import { createLog } from './log';
import type { Observability } from './observability/observability';
import { observabilityOf } from './observability/ofSettings';
import { tlsOf, type DistributedSettings } from './serviceSettings';
import { listenError } from './startErrors';

/** The gateway alone, in front of our own rooms, each of which is a service. */
export type DistributedGateway = {
  readonly url: string;
  readonly wsUrl: string;
  readonly metricsUrl?: string;
  /** Lets those inside finish, for ten seconds at most, then closes everything. May be called twice. */
  stop(): Promise<void>;
};

const DRAIN_PATIENCE = 10_000;
/** For clients whose connections are open still: they hear that they should ask elsewhere. */
const LINGER = 1_000;
// Heavy, and not needed to open the door.
async function load(settings: DistributedSettings, log: Logger, closers: Closers) {
  const [{ subgraphs }, { createAgoraEdge }, { addressedRooms }, { routedThere }, { HTTP_DEFAULTS }] =
    await Promise.all([
      import('../subgraphs'),
      import('./agoraEdge'),
      import('./transports/addressedRooms'),
      import('./transports/routedThere'),
      import('./transports/settings'),
    ]);
  const [{ supergraphOf }, { readTypeDefs }, { protectionOf }, { liveLimitsOf }] = await Promise.all([
    import('./supergraph/ofSettings'),
    import('../platform/subgraph/schema'),
    import('./protection/protection'),
    import('./subscriptions/limits'),
  ]);
  const schemas = subgraphs.map(({ name, folder }) => ({ name, typeDefs: readTypeDefs(folder) }));
  const supergraph = await supergraphOf(settings, { schemas, isWhole: false, clock: systemClock, log, closers });
  return {
    subgraphs,
    createAgoraEdge,
    addressedRooms,
    routedThere,
    HTTP_DEFAULTS,
    protectionOf,
    liveLimitsOf,
    supergraph,
  };
}

/**
 * With Redis, gateways count together how much is asked, know the documents that were registered at any of them, and can take back
 * what a room has not let in.
 */
async function openShared({ REDIS_URL: url }: DistributedSettings, log: Logger, closers: Closers) {
  if (url === undefined) return undefined;
  const [{ sharedBuckets }, { sharedDocuments }, { openWithdrawals }] = await Promise.all([
    import('./protection/rates/sharedBuckets'),
    import('./protection/persisted/shared'),
    import('../platform/redis/withdrawals'),
  ]);
  const protection = { buckets: sharedBuckets(url, log), documents: sharedDocuments(url, log) };
  const withdrawals = openWithdrawals({ url, name: 'gateway-withdrawals', log });
  closers.push(protection.buckets.stop, protection.documents.stop, async () => withdrawals.close());
  return { protection, withdrawals };
}

function openEdge(settings: DistributedSettings, closers: Closers) {
  return async (log: Logger, observability: Observability) => {
    const loaded = await load(settings, log, closers);
    const { ROOM_TIMEOUT: timeout, roomUrls: addresses, AGORA_TENANTS: tenants } = settings;
    const [seal, tls] = [sealer(settings.SERVICE_KEYS), tlsOf(settings)];
    const times = { headersTimeout: timeout, bodyTimeout: timeout };
    const http = { ...loaded.HTTP_DEFAULTS, ...times, subscriptions: 'sse', headersOf: seal, tls } as const;
    const shared = await openShared(settings, log, closers);
    const rooms = loaded.addressedRooms(addresses, http, log, { withdrawals: shared?.withdrawals });
    const { routed, stop } = loaded.routedThere(loaded.subgraphs, { addresses, seal, tls, timeout, log });
    closers.push(rooms.stop, stop);
    return loaded.createAgoraEdge({
      ...loaded.supergraph,
      rooms: rooms.rooms,
      roomsOf: rooms.roomsOf,
      routed,
      tenants,
      introspection: settings.INTROSPECTION,
      protection: loaded.protectionOf(settings, shared?.protection),
      live: loaded.liveLimitsOf(settings),
      observability,
      breakers: rooms.breakers,
      log,
      clock: systemClock,
    });
  };
}

async function start(settings: DistributedSettings, closers: Closers): Promise<Omit<DistributedGateway, 'stop'>> {
  const { PORT: port, HOST: host } = settings;
  const log = createLog(settings.LOG_LEVEL);
  const door = await openFrontDoor({ port, host }).catch((error: unknown) => {
    throw listenError(error, host, port);
  });
  closers.push(door.close);
  const observability = await observabilityOf(settings, log);
  closers.push(observability.stop);
  const edge = await openEdge(settings, closers)(log, observability);
  closers.push(edge.stop, async () => {
    edge.endLive();
    await door.drain(DRAIN_PATIENCE, LINGER);
  });
  // A room that is away takes only its own part of the graph with it: that is no reason to send clients elsewhere.
  door.open({ handle: edge.handle, upgrade: edge.upgrade, check: async () => true, about: edge.health });
  return { url: door.url, wsUrl: door.url.replace(/^http/, 'ws'), metricsUrl: observability.metricsUrl };
}

/** Starts it. @throws an error whose message says what to do; what was opened by then is closed again */
export const startDistributedGateway = (settings: DistributedSettings): Promise<DistributedGateway> =>
  stoppable((closers) => start(settings, closers));
