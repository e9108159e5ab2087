import type { FastifyInstance } from 'fastify';
import { errorBody } from '../protection/errors';
import type { ResolveDocument } from '../protection/persisted/persisted';
import { tooMany, type Crowd } from '../protection/rates/crowd';
import { asksForParts, type AnswerInParts } from '../subscriptions/multipart';
import { isCrossSite } from './crossSite';
import { asksForDeferred, type AnswerDeferred } from './deferred';
import type { GraphqlHandler } from './graphql';
import { writeOut } from './persistedRequest';

const CROSS_SITE = 'A page of another site may not send this. Send it by POST, with "content-type: application/json".';

/** Answers with the supergraph that is served when the request comes. */
export function serveGraphql(
  fastify: FastifyInstance,
  current: () => Pick<GraphqlHandler, 'handle'>,
  resolve: ResolveDocument,
  inParts: AnswerInParts,
  deferred: AnswerDeferred,
  { enter, retryAfter }: Omit<Crowd, 'stop'>,
  open = false,
): void {
  fastify.route({
    url: '/graphql',
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    // Before anything is read of it: to send somebody away must cost next to nothing.
    onRequest(_request, reply, done) {
      const leave = enter();
      if (leave) reply.raw.once('close', leave);
      done(leave ? undefined : tooMany(retryAfter()));
    },
    preHandler(request, _reply, done) {
      const writing = writeOut(request, resolve);
      if (writing) writing.then(() => done(), done);
      else done();
    },
    async handler(request, reply) {
      if (!open && isCrossSite(request)) return reply.code(400).send(errorBody('BAD_REQUEST', CROSS_SITE));
      if (asksForParts(request) && (await inParts(request, reply))) return reply;
      if (asksForDeferred(request) && (await deferred(request, reply))) return reply;
      return current().handle(request, reply);
    },
  });
}

const READABLE = /json|multipart|\*\/\*/;

/** A body is the usual JSON, whatever it says it is; what is no JSON is the document itself. */
function readAnything(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'string' ? { query: value } : value;
  } catch {
    return { query: body };
  }
}

/** For a trusted network, where whoever sends a document wants its answer: no media type is asked for in either direction. */
export function takeAnything(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
    done(null, readAnything(String(body))),
  );
  fastify.addHook('onRequest', ({ headers, routeOptions }, _reply, done) => {
    const { accept } = headers;
    if (routeOptions.url === '/graphql' && accept !== undefined && !READABLE.test(accept)) headers.accept = '*/*';
    done();
  });
}
