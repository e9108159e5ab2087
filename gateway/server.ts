import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type { Tenant } from '../platform/identity/tenants';
import type { Clock } from '../platform/kernel/clock';
import type { Rooms } from '../platform/subgraph/transport';
import { contextSettler, requestIdOf, tenantOf } from './context';
import { stockExecutor } from './execution/stock';
import { prepareAnswers } from './http/answers';
import { serveExplorer } from './http/explorer';
import type { UpgradeListener } from './http/frontDoor';
import { serveGraphql } from './http/graphql';
import { serveRoomRoutes, type RoutedRoom } from './http/roomRoutes';
import { keySets, readFromUsers, type KeySets, type ReadKeySet } from './identity/keys';
import { tokenVerifier } from './identity/verifier';
import { createOperations } from './operations';
import { documentReader } from './protection/documents';
import { errorBody } from './protection/errors';
import { LIMITS, protectiveRules } from './protection/limits';
import { serveSse } from './subscriptions/sse';
import { serveWebSocket } from './subscriptions/websocket';
import { readSupergraph } from './supergraph/supergraph';

export type EdgeOptions = {
  readonly supergraphSdl: string;
  /** How the rooms are reached. */
  readonly rooms: Rooms;
  /** Rooms of this process with HTTP endpoints of their own. */
  readonly routed: readonly RoutedRoom[];
  readonly tenants: readonly Tenant[];
  readonly introspection: boolean;
  readonly log: Logger;
  readonly clock: Clock;
  readonly readKeySet?: ReadKeySet;
};

/** Everything behind the front door: HTTP, WebSocket and SSE over one set of operations. */
export type Edge = {
  handle: FastifyInstance['routing'];
  upgrade: UpgradeListener;
  /** Sends those away who would stay for ever. */
  endLive(): void;
  stop(): Promise<void>;
};

function newFastify(log: Logger): FastifyInstance {
  const fastify = Fastify({
    bodyLimit: LIMITS.body,
    genReqId: ({ headers }) => requestIdOf(headers),
    // Fastify answers by itself for addresses that are no URL; they are told like all else.
    frameworkErrors: (error, _request, reply: FastifyReply) =>
      void reply.code(400).send(errorBody('BAD_REQUEST', error.message)),
  });
  prepareAnswers(fastify, log);
  return fastify;
}

function serveKeys(fastify: FastifyInstance, keys: KeySets, tenants: readonly Tenant[]): void {
  fastify.get('/.well-known/jwks.json', async ({ headers }, reply) => {
    void reply.header('cache-control', 'public, max-age=300');
    return keys.read(tenantOf(headers, tenants));
  });
}

export async function createEdge(options: EdgeOptions): Promise<Edge> {
  const {
    supergraphSdl,
    rooms,
    routed,
    tenants,
    introspection,
    log,
    clock,
    readKeySet = readFromUsers(rooms),
  } = options;
  const operations = createOperations(stockExecutor(readSupergraph(supergraphSdl), rooms), log);
  const keys = keySets(readKeySet);
  const settle = contextSettler(tenants, tokenVerifier(keys, clock));
  const rules = protectiveRules({ introspection });
  const live = { operations, settle, read: documentReader(operations.schema, rules), log, clock };

  const fastify = newFastify(log);
  const apollo = await serveGraphql(fastify, { operations, settle, rules, log });
  const streams = serveSse(fastify, live);
  const sockets = serveWebSocket(live);
  serveKeys(fastify, keys, tenants);
  serveRoomRoutes(fastify, routed, tenants);
  serveExplorer(fastify);
  await fastify.ready();

  return {
    handle: (request, response) => fastify.routing(request, response),
    upgrade: sockets.upgrade,
    endLive() {
      sockets.sendAway();
      streams.stop();
    },
    async stop() {
      sockets.stop();
      await apollo.stop();
      await fastify.close();
    },
  };
}
