import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { sealer } from '../../platform/identity/seal';
import { systemClock } from '../../platform/kernel/clock';
import { AgoraError } from '../../platform/kernel/errors';
import { answer, BadRequest, refuse, textOf } from '../../platform/service/answer';
import { contextSettler, requestIdOf } from '../context';
import { openFrontDoor } from '../http/frontDoor';
import type { RoutedRoom } from '../http/roomRoutes';
import { keySets, readFromUsers } from '../identity/keys';
import { tokenVerifier } from '../identity/verifier';
import { tlsOf, type DistributedSettings } from '../serviceSettings';
import { listenError } from '../startErrors';
import { addressedRooms } from '../transports/addressedRooms';
import { routedThere } from '../transports/routedThere';
import { HTTP_DEFAULTS } from '../transports/settings';

/** Stands between the rooms and a router that is not ours: it settles who asks, and seals what is asked. */
export type Sealing = { readonly url: string; stop(): Promise<void> };

const DRAIN_PATIENCE = 10_000;
const GRAPHQL = '/graphql';
const WAY = /^\/(\w+)\/graphql$/;

/** Hands operations on to the rooms, each at one address: what a room may have begun is not sent to another copy of it. */
function handOn(settings: DistributedSettings, log: Logger) {
  const { roomUrls, SERVICE_KEYS, ROOM_TIMEOUT: timeout } = settings;
  const addresses = Object.fromEntries(Object.entries(roomUrls).map(([room, urls]) => [room, urls.slice(0, 1)]));
  const definitions = Object.keys(roomUrls).map((name) => ({ name, routes: [{ method: 'POST', path: GRAPHQL }] }));
  const [seal, tls] = [sealer(SERVICE_KEYS), tlsOf(settings)];
  const { routed, stop } = routedThere(definitions as never, { addresses, seal, tls, timeout, log });
  const byName = new Map(routed.map(({ name, routes }) => [name, routes[0] as RoutedRoom['routes'][0]]));
  return { to: (room = '') => byName.get(room), stop };
}

/** The key set of tokens is asked for in the same way. */
function settlerFor(settings: DistributedSettings, log: Logger) {
  const { roomUrls, SERVICE_KEYS, AGORA_TENANTS: tenants } = settings;
  const http = {
    ...HTTP_DEFAULTS,
    subscriptions: 'sse',
    headersOf: sealer(SERVICE_KEYS),
    tls: tlsOf(settings),
  } as const;
  const rooms = addressedRooms(roomUrls, http, log);
  const keys = keySets(readFromUsers(rooms.rooms));
  return { settle: contextSettler(tenants, tokenVerifier(keys, systemClock)), stop: rooms.stop };
}

function explain(error: unknown, response: ServerResponse, log: Logger): void {
  if (error instanceof BadRequest) return refuse(response, error.status, 'BAD_REQUEST', error.message);
  // Routers take errors from an answer of 200; what has another status they tell as a subgraph that fails.
  if (error instanceof AgoraError) return refuse(response, 200, String(error.extensions.code), error.message);
  log.error({ err: error }, 'a request could not be handed on');
  return refuse(response, 500, 'INTERNAL', 'Something failed on the way to the room.');
}

type Rooms = ReturnType<typeof handOn>;
type Settler = ReturnType<typeof settlerFor>;

const visitor = (rooms: Rooms, { settle }: Settler) =>
  async function visit(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const route = rooms.to(WAY.exec(request.url ?? '')?.[1]);
    if (!route) throw new BadRequest(404, 'Rooms are at addresses such as /orders/graphql.');
    if (request.method !== 'POST') throw new BadRequest(405, 'Operations are sent by POST.');
    const { headers } = request;
    const body = await textOf(request);
    const { envelope } = await settle(headers, requestIdOf(headers));
    const { status, body: text, headers: own } = await route.handle(envelope, { headers, body });
    answer(response, status, text as string, own);
  };

/** Starts it. @throws an error whose message says what to do */
export async function startSealing(settings: DistributedSettings, log: Logger): Promise<Sealing> {
  const { PORT: port, HOST: host } = settings;
  const door = await openFrontDoor({ port, host }).catch((error: unknown) => {
    throw listenError(error, host, port, { host: 'HOST=', port: (other) => `PORT=${other} npm run sealing` });
  });
  const rooms = handOn(settings, log);
  const settler = settlerFor(settings, log);
  const visit = visitor(rooms, settler);
  door.open({
    handle: (request, response) =>
      void visit(request, response).catch((error: unknown) => explain(error, response, log)),
    upgrade: (_request, socket) => void socket.end('HTTP/1.1 501 Not Implemented\r\nConnection: close\r\n\r\n'),
    check: async () => true,
  });
  return {
    url: door.url,
    async stop() {
      await door.drain(DRAIN_PATIENCE);
      await door.close();
      await Promise.all([rooms.stop(), settler.stop()]);
    },
  };
}
