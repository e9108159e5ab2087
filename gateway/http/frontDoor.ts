import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { Tls } from '../../platform/identity/tls';
import { TURNED_AWAY } from '../../platform/service/answer';
import { errorBody } from '../protection/errors';

export type DoorState = 'starting' | 'ready' | 'draining';
export type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

type Inside = {
  readonly handle: RequestListener;
  readonly upgrade: UpgradeListener;
  /** Whether what requests need still answers. */
  readonly check: () => Promise<boolean>;
  /** What health tells besides. */
  readonly about?: () => object;
};

/**
 * The HTTP server itself. It is open before the rest of the house stands and until the last request has left, and answers
 * for the state that the house is in.
 */
export type FrontDoor = {
  readonly url: string;
  /** From now on requests are let in. */
  open(inside: Inside): void;
  /**
   * From now on no request is let in; resolves when those inside have left, or after the patience. Those who come meanwhile
   * are told to ask elsewhere, on a connection of their own; it goes on for `linger` milliseconds at least, so that they hear it.
   */
  drain(patience: number, linger?: number): Promise<void>;
  close(): Promise<void>;
};

function answer(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(JSON.stringify(body));
}

const TIMEOUTS = { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 };

const CLOSED: Record<Exclude<DoorState, 'ready'>, string> = {
  starting: 'Agora is still starting. Try again in a few seconds.',
  draining: 'Agora is stopping. Try again in a few seconds.',
};

type Door = { state: DoorState; inside?: Inside };

function turnAway(response: ServerResponse, state: Exclude<DoorState, 'ready'>): void {
  const headers = { [TURNED_AWAY]: state, 'retry-after': '5', connection: 'close' };
  answer(response, 503, errorBody('UNAVAILABLE', CLOSED[state]), headers);
}

async function answerReady(response: ServerResponse, { state, inside }: Door): Promise<void> {
  const works = state === 'ready' && (await inside?.check()) === true;
  const about = inside?.about?.();
  if (works) answer(response, 200, { status: 'ready', ...about });
  else answer(response, 503, { status: state === 'ready' ? 'database unreachable' : state, ...about });
}

/** Counts who is inside. */
function visitors() {
  let inside = 0;
  let left = () => {};
  return {
    enter(response: ServerResponse) {
      inside++;
      response.once('close', () => {
        if (--inside === 0) left();
      });
    },
    gone: () => (inside === 0 ? Promise.resolve() : new Promise<void>((resolve) => (left = resolve))),
  };
}

export async function listen(server: Server, port: number, host: string): Promise<string> {
  server.listen(port, host);
  await once(server, 'listening');
  const { address, port: actual, family } = server.address() as AddressInfo;
  const open = address === '0.0.0.0' || address === '::';
  const name = open ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address;
  return `${server instanceof TlsServer ? 'https' : 'http'}://${name}:${actual}`;
}

/** By TLS whoever comes is asked for a certificate. Who shows none may ask for health, as Kubernetes does, and is refused inside. */
const serverFor = (handle: RequestListener, tls?: Tls): Server =>
  tls
    ? createTlsServer({ ...TIMEOUTS, ...tls, requestCert: true, rejectUnauthorized: false }, handle)
    : createServer(TIMEOUTS, handle);

const createDoor = (door: Door, enter: (response: ServerResponse) => void, tls?: Tls): Server =>
  serverFor((request, response) => {
    const { state, inside } = door;
    const path = request.url?.startsWith('/health') ? request.url.split('?', 1)[0] : undefined;
    if (path === '/health/live') return answer(response, 200, { status: 'live' });
    if (path === '/health/ready' || path === '/health') return void answerReady(response, door);
    if (state !== 'ready' || !inside) return turnAway(response, state === 'draining' ? state : 'starting');
    enter(response);
    return inside.handle(request, response);
  }, tls).on('upgrade', (request, socket, head) => {
    if (door.state === 'ready' && door.inside) door.inside.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
  });

const LAST_WORDS = 500;

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, enough]);
  clearTimeout(timer);
}

type DoorOptions = { readonly port: number; readonly host: string; readonly tls?: Tls };

/** Opens the server's port. @throws what listening throws, such as EADDRINUSE */
export async function openFrontDoor({ port, host, tls }: DoorOptions): Promise<FrontDoor> {
  const door: Door = { state: 'starting' };
  const guests = visitors();
  const server = createDoor(door, guests.enter, tls);
  const url = await listen(server, port, host);
  return {
    url,
    open(inside) {
      Object.assign(door, { inside, state: 'ready' });
    },
    async drain(patience, linger = 0) {
      door.state = 'draining';
      await Promise.all([atMost(patience, guests.gone()), linger > 0 && pause(linger)]);
    },
    async close() {
      // Nobody comes in any more; who has just come is still turned away politely.
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await atMost(LAST_WORDS, closed);
      server.closeAllConnections();
      await closed;
    },
  };
}
