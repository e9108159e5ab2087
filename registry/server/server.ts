import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Clock } from '../../platform/kernel/clock';
import type { Store } from '../store/store';
import type { Token } from '../tokens/token';
import { accessBy } from './access';
import type { Verify } from './apart/verify';
import { auditTo } from './audit';
import { bodyOf, ServiceError, STATUS, toldOf } from './errors';
import { serveHive } from './hive';
import type { Live } from './live';
import { serveStore } from './storeRoutes';
import { serveSupergraph } from './supergraph';
import { serveUplink } from './uplink/uplink';
import { serveUsage } from './usage';

export type ServerOptions = {
  readonly store: Store;
  readonly live: Live;
  readonly tokens: () => readonly Token[];
  readonly verify: Verify;
  /** Proxies in front, each of which adds to x-forwarded-for. */
  readonly trustedProxies: number;
  readonly clock: Clock;
  readonly log: Logger;
};

const INTERNAL = (id: string) =>
  new ServiceError('INTERNAL', `Something failed in the registry. Its log tells of the request ${id}.`);

/** As nginx has it: whoever asked has gone before there was an answer. */
const CLIENT_CLOSED_REQUEST = 499;

function answerFailure(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Logger): void {
  const told = toldOf(error);
  if (!told || told.code === 'UNAVAILABLE') log.error({ err: error, requestId: request.id }, 'a request failed');
  const said = told ?? INTERNAL(request.id);
  if (said.code === 'UNAUTHENTICATED') void reply.header('www-authenticate', 'Bearer');
  if (said.code === 'UNAVAILABLE') void reply.header('retry-after', '1');
  void reply.code(STATUS[said.code]).send(bodyOf(said));
}

function logEnd(log: Logger, request: FastifyRequest, { raw }: FastifyReply, took: number): void {
  const { id: requestId, method, routeOptions } = request;
  const status = raw.writableFinished ? raw.statusCode : CLIENT_CLOSED_REQUEST;
  const durationMs = Math.round(took * 100) / 100;
  log.info({ requestId, method, path: routeOptions.url ?? null, status, durationMs }, 'request');
}

function prepareAnswers(fastify: FastifyInstance, log: Logger): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const begunAt = performance.now();
    reply.raw.once('close', () => logEnd(log, request, reply, performance.now() - begunAt));
    done();
  });
  fastify.setErrorHandler((error: FastifyError, request, reply) => answerFailure(error, request, reply, log));
  fastify.setNotFoundHandler(() => {
    throw new ServiceError('NOT_FOUND', 'There is nothing at this address. The live supergraph is at /v1/supergraph.');
  });
}

/** The addresses of the registry. `live` is ended by whoever has made it. */
export async function createRegistryServer(options: ServerOptions): Promise<FastifyInstance> {
  const { store, live, tokens, verify, trustedProxies, clock, log } = options;
  const fastify = Fastify({
    genReqId: () => randomUUID(),
    trustProxy: (_address: string, hop: number) => hop < trustedProxies,
    frameworkErrors(error, request, reply: FastifyReply) {
      answerFailure(error, request, reply, log);
    },
  });
  prepareAnswers(fastify, log);
  const audit = auditTo(log);
  const access = accessBy({ tokens, clock, audit });
  serveSupergraph(fastify, { access, live });
  serveUsage(fastify, { access, store });
  serveStore(fastify, { store, access, audit, verify, published: live.look });
  serveUplink(fastify, { access, live, log });
  serveHive(fastify, { access, live });
  await fastify.ready();
  return fastify;
}
