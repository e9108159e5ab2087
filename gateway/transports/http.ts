import { Pool } from 'undici';
import { AgoraError, unavailable } from '../../platform/kernel/errors';
import type { RoomRequest, Transport } from '../../platform/subgraph/transport';
import { parseAnswer } from './answer';
import { callbackUpstream } from './callbackUpstream';
import type { Address } from './settings';
import { sseUpstream } from './sseUpstream';
import { websocketUpstream } from './websocketUpstream';

/** A transport with connections of its own. */
export type HttpTransport = Transport & { stop(): Promise<void> };

/** No connection came to be: the room has not seen the request, so that even a mutation may be sent again. */
export class NotSent extends AgoraError {
  constructor(room: string) {
    super('UNAVAILABLE', `The room ${room} does not answer.`);
  }
}

/** Nobody waits for the answer any more: it is no matter of the room's. */
export class NotAwaited extends AgoraError {
  constructor() {
    super('UNAVAILABLE', 'Nobody waits for it any more.');
  }
}

// By the call that failed, for the same codes tell of a connection that ends under a request. A name with several addresses
// fails with all of them at once.
function isUnsent(error: unknown): boolean {
  const { code, syscall, errors } = error as { code?: unknown; syscall?: unknown; errors?: unknown };
  if (Array.isArray(errors) && errors.length > 0) return errors.every(isUnsent);
  return syscall === 'connect' || syscall === 'getaddrinfo' || code === 'UND_ERR_CONNECT_TIMEOUT';
}

function openPool({ url, connections, connectTimeout, headersTimeout, bodyTimeout, maxAnswer }: Address): Pool {
  return new Pool(new URL(url).origin, {
    connections,
    pipelining: 1,
    connect: { timeout: connectTimeout },
    headersTimeout,
    bodyTimeout,
    maxResponseSize: maxAnswer,
  });
}

/** One POST a call, over connections that stay open. */
function poster(address: Address, pool: Pool) {
  const { pathname, search } = new URL(address.url);
  const path = pathname + search;
  return ({ query, operationName, variables, envelope, signal }: RoomRequest) =>
    pool.request({
      path,
      method: 'POST',
      signal,
      headers: {
        ...address.headersOf(envelope),
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
      },
      body: JSON.stringify({ query, operationName, variables }),
    });
}

function upstreamOf(address: Address) {
  const { subscriptions, callbacks } = address;
  if (subscriptions === 'callback' && callbacks) return callbackUpstream(address, callbacks);
  return subscriptions === 'sse' ? sseUpstream(address) : websocketUpstream(address);
}

/** Reaches a room at a URL. Each request is sent once: whoever stands before it decides what is sent again. */
export function httpTransport(address: Address): HttpTransport {
  const { room, log } = address;
  const pool = openPool(address);
  const post = poster(address, pool);
  const upstream = upstreamOf(address);

  return {
    async execute(request) {
      try {
        const { statusCode, body } = await post(request);
        return parseAnswer(statusCode, await body.text());
      } catch (error) {
        if (request.signal?.aborted) throw new NotAwaited();
        log.warn({ err: error, room }, 'a room does not answer');
        if (isUnsent(error)) throw new NotSent(room);
        throw unavailable(`The room ${room} does not answer.`);
      }
    },
    subscribe: upstream.subscribe,
    async stop() {
      await upstream.stop();
      await pool.destroy();
    },
  };
}
