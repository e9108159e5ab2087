import { getOperationAST, OperationTypeNode, parse } from 'graphql';
import { Pool } from 'undici';
import { unavailable } from '../../platform/kernel/errors';
import type { RoomRequest, Transport } from '../../platform/subgraph/transport';
import { parseAnswer } from './answer';
import { callbackUpstream } from './callbackUpstream';
import type { Address } from './settings';
import { sseUpstream } from './sseUpstream';
import { websocketUpstream } from './websocketUpstream';

/** A transport with connections of its own. */
export type HttpTransport = Transport & { stop(): Promise<void> };

/** The connection ended under a request that had no answer yet. */
const LOST = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

const isLost = (error: unknown): boolean => LOST.has(String((error as { code?: unknown }).code));

// Parsed only now, when a connection was lost: the text alone could hold a mutation beside a query.
const isQuery = ({ document, query, operationName }: RoomRequest): boolean =>
  getOperationAST(document ?? parse(query), operationName)?.operation === OperationTypeNode.QUERY;

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
  return ({ query, operationName, variables, envelope }: RoomRequest) =>
    pool.request({
      path,
      method: 'POST',
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

/** Reaches a room at a URL. */
export function httpTransport(address: Address): HttpTransport {
  const { room, log } = address;
  const pool = openPool(address);
  const post = poster(address, pool);
  const upstream = upstreamOf(address);

  // A room may close a connection in the very moment in which it is used again. What changes nothing may be asked twice.
  const ask = (request: RoomRequest) =>
    post(request).catch((error: unknown) => {
      if (!isLost(error) || !isQuery(request)) throw error;
      return post(request);
    });

  return {
    async execute(request) {
      try {
        const { statusCode, body } = await ask(request);
        return parseAnswer(statusCode, await body.text());
      } catch (error) {
        log.warn({ err: error, room }, 'a room does not answer');
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
