import type { DocumentNode, ExecutionResult } from 'graphql';
import { Pool } from 'undici';
import { unavailable, type AgoraError } from '../../../platform/kernel/errors';
import type { RoomRequest, Transport } from '../../../platform/subgraph/transport';
import { callbackUpstream } from '../subscriptions/callbackUpstream';
import { socketOptions } from './connecting';
import { Exchange } from './exchange';
import { NotAwaited, NotLetIn, NotSent, TurnedAway } from '../failures';
import type { Address } from '../settings';
import { sseUpstream } from '../subscriptions/sseUpstream';
import { websocketUpstream } from '../subscriptions/websocketUpstream';

/** A transport with connections of its own. */
export type HttpTransport = Transport & {
  /** @param nonce of the caller's own making, by which the request can be withdrawn */
  execute(request: RoomRequest, nonce?: string): ReturnType<Transport['execute']>;
  stop(): Promise<void>;
};

// By the call that failed, for the same codes tell of a connection that ends under a request. A name with several addresses
// fails with all of them at once.
function isUnsent(error: unknown): boolean {
  const { code, syscall, errors } = error as { code?: unknown; syscall?: unknown; errors?: unknown };
  if (Array.isArray(errors) && errors.length > 0) return errors.every(isUnsent);
  return syscall === 'connect' || syscall === 'getaddrinfo' || code === 'UND_ERR_CONNECT_TIMEOUT';
}

function openPool(address: Address): Pool {
  const { url, connections, connectTimeout, idle, headersTimeout, bodyTimeout, maxAnswer } = address;
  return new Pool(new URL(url).origin, {
    connections,
    pipelining: 1,
    connect: { timeout: connectTimeout, ...socketOptions(address) },
    keepAliveTimeout: idle,
    keepAliveMaxTimeout: idle,
    headersTimeout,
    bodyTimeout,
    maxResponseSize: maxAnswer,
  });
}

const JSON_HEADERS = [
  'content-type',
  'application/json',
  'accept',
  'application/graphql-response+json, application/json',
];
const OWN_HEADERS = new Set(['content-type', 'accept']);

/** Names and values in turns, as they are sent. What describes the message is ours. */
function headerList(headers: Readonly<Record<string, string>>): string[] {
  const list = [...JSON_HEADERS];
  for (const name in headers) if (!OWN_HEADERS.has(name)) list.push(name, headers[name] as string);
  return list;
}

type Beginning = Pick<RoomRequest, 'query' | 'operationName'> & { readonly text: string };

/** Writes the body of a request. What is the same for every request with a document is written once. */
function bodies(): (request: RoomRequest) => string {
  const known = new WeakMap<DocumentNode, Beginning>();

  function beginningOf({ document, query, operationName }: RoomRequest): string {
    const found = document && known.get(document);
    if (found?.query === query && found.operationName === operationName) return found.text;
    const text = JSON.stringify({ query, operationName }).slice(0, -1);
    if (document) known.set(document, { query, operationName, text });
    return text;
  }

  return (request) => {
    const variables = request.variables && `,"variables":${JSON.stringify(request.variables)}`;
    return `${beginningOf(request)}${variables ?? ''}}`;
  };
}

/** One POST a call, over connections that stay open. @param explain what a failure is to whoever asks */
function poster(address: Address, pool: Pool, explain: (failure: unknown, request: RoomRequest) => Error) {
  const { room, headersOf } = address;
  const { pathname, search } = new URL(address.url);
  const [method, path] = ['POST', pathname + search] as const;
  const bodyOf = bodies();
  return (request: RoomRequest, nonce?: string) =>
    new Promise<ExecutionResult>((resolve, reject) => {
      const body = bodyOf(request);
      const own = headersOf(request.envelope, { room, method, path, body }, nonce);
      const headers = headerList(request.propagated ? { ...own, ...request.propagated } : own);
      const options = { path, method, headers, body };
      const exchange = new Exchange(room, resolve, (failure) => reject(explain(failure, request)), request.signal);
      pool.dispatch(options, exchange);
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
  const upstream = upstreamOf(address);

  function explain(failure: unknown, { signal }: RoomRequest): AgoraError {
    if (signal?.aborted) return new NotAwaited();
    if (failure instanceof TurnedAway || failure instanceof NotLetIn) return failure;
    log.warn({ err: failure, room }, 'a room does not answer');
    return isUnsent(failure) ? new NotSent(room) : unavailable(`The room ${room} does not answer.`);
  }

  return {
    execute: poster(address, pool, explain),
    subscribe: upstream.subscribe,
    async stop() {
      await upstream.stop();
      await pool.destroy();
    },
  };
}
