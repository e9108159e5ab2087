import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import type { Logger } from 'pino';
import type { Envelope } from '../identity/envelope';
import { NotTold, SealError, type Unseal } from '../identity/unsealing';
import { answer, BadRequest, NOT_TOLD, refuse, textOf, TURNED_AWAY } from './answer';
import { teller } from './errors';
import { answerGraphql } from './graphql';
import { openSockets } from './sockets';
import type { Served } from './served';
import { openStreams } from './streams';

export type ServiceOptions = Pick<Served, 'room' | 'emitter' | 'metrics'> & {
  /** Lets in what a gateway or another room has sealed for this one. */
  readonly unseal: Unseal;
  readonly log: Logger;
};

/** A room behind a server's door. */
export type RoomService = {
  handle: RequestListener;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends those away who would stay for ever: they begin anew elsewhere. May be called twice. */
  endLive(): Promise<void>;
};

export const GRAPHQL_PATH = '/graphql';

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0] as string;
const messageOf = (room: string, { method = 'GET', url = '/' }: IncomingMessage, body: string) => ({
  room,
  method,
  path: url,
  body,
});

/** Where a room is asked by TLS, everybody shows a certificate. */
const isUncertified = ({ socket }: IncomingMessage): boolean => socket instanceof TLSSocket && !socket.authorized;

/** Answers for one of the room's own endpoints: a webhook that the gateway hands on. */
async function answerRoute({ room }: Served, request: IncomingMessage, response: ServerResponse, visit: Visit) {
  const path = pathOf(request);
  const route = (room.definition.routes ?? []).find((each) => each.method === request.method && each.path === path);
  if (!route) return refuse(response, 404, 'BAD_REQUEST', `The room ${room.name} has nothing at ${path}.`);
  const { status, body, headers } = await route.handle(room.contextFor(visit.envelope), {
    headers: request.headers,
    body: visit.text,
  });
  return answer(response, status, body === undefined ? '' : JSON.stringify(body), headers);
}

type Visit = { readonly envelope: Envelope; readonly text: string };

/** Serves a room to gateways and other rooms. What is not sealed for it is refused, and counted. */
export function serveRoom({ unseal, log, ...options }: ServiceOptions): RoomService {
  const { room, metrics, emitter } = options;
  const tell = teller(log);
  const streams = openStreams(log, tell);
  const served: Served = { ...options, tell, streams };
  const sockets = openSockets(served);
  let ending: Promise<void> | undefined;
  metrics.watch(streams.count);

  async function open(request: IncomingMessage, text: string): Promise<Envelope> {
    try {
      if (isUncertified(request)) throw new SealError('uncertified');
      return await unseal(request.headers, messageOf(room.name, request, text));
    } catch (error) {
      if (error instanceof SealError) {
        metrics.refused(error.flaw);
        log.warn({ flaw: error.flaw, path: request.url, from: request.socket.remoteAddress }, 'a request is refused');
      }
      throw error;
    }
  }

  async function visit(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(request);
    const envelope = await open(request, text);
    if (pathOf(request) !== GRAPHQL_PATH) return answerRoute(served, request, response, { envelope, text });
    if (request.method !== 'POST') throw new BadRequest(405, 'Operations are sent by POST.');
    return answerGraphql(served, { request, response, envelope }, text);
  }

  function explain(error: unknown, response: ServerResponse): void {
    if (error instanceof SealError) return refuse(response, 401, 'INTERNAL', error.message);
    if (error instanceof NotTold)
      return refuse(response, 503, 'UNAVAILABLE', 'Nobody could be told of it.', { [TURNED_AWAY]: NOT_TOLD });
    if (error instanceof BadRequest) return refuse(response, error.status, 'BAD_REQUEST', error.message);
    log.error({ err: error }, 'a request could not be answered');
    return refuse(response, 500, 'INTERNAL', 'Something failed in the room.');
  }

  return {
    handle: (request, response) => void visit(request, response).catch((error: unknown) => explain(error, response)),
    upgrade(request, socket, head) {
      const leave = () => socket.destroy();
      socket.once('error', leave);
      open(request, '').then(
        (envelope) => {
          socket.off('error', leave);
          sockets.take(request, socket, head, envelope);
        },
        () => socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n'),
      );
    },
    endLive() {
      streams.end();
      return (ending ??= Promise.all([sockets.stop(), emitter.stop()]).then(() => {}));
    },
  };
}
