import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { newTrace, type Trace } from '../context';
import type { Observer, Protocol } from '../observability/observer';
import { countRefusals, type Counters } from '../protection/counters';
import type { ClientAddress } from '../protection/rates/address';
import { codeOf, errorBody, publicError, withStatus } from '../protection/errors';
import { hostCheck } from './host';

declare module 'fastify' {
  interface FastifyRequest {
    trace: Trace;
    startedAt: number;
  }
}

const CODES: Record<number, string> = { 413: 'LIMIT_EXCEEDED', 404: 'BAD_REQUEST' };
const SENTENCES: Record<number, string> = { 413: 'The body of the request is larger than one megabyte.' };

/** What leaves when a request fails outside of GraphQL: JSON with a code, and never more than the client may know. */
function answerFailure(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply, log: Logger): void {
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
  if (status < 500) {
    const code = CODES[status] ?? 'BAD_REQUEST';
    request.trace.codes.add(code);
    void reply.code(status).send(errorBody(code, SENTENCES[status] ?? error.message));
    return;
  }
  if (codeOf(error) === 'INTERNAL') log.error({ err: error, requestId: request.id }, 'a request failed');
  const masked = withStatus(publicError(error, request.id));
  request.trace.codes.add(codeOf(masked));
  const { http, ...extensions } = masked.extensions as { http: { status: number; headers: Map<string, string> } };
  void reply
    .headers(Object.fromEntries(http.headers))
    .code(http.status)
    .send({ errors: [{ message: masked.message, extensions }] });
}

/** As nginx has it: whoever asked has closed the connection before there was an answer. */
const CLIENT_CLOSED_REQUEST = 499;

/** One line of JSON for every request, with nothing in it that the client sent but names. */
function logRequest(log: Logger, request: FastifyRequest, { raw, statusCode }: FastifyReply): void {
  const { operationName, operationType, codes, tenant, userId } = request.trace;
  const durationMs = Math.round((performance.now() - request.startedAt) * 100) / 100;
  const { id: requestId, method, routeOptions } = request;
  const left = !raw.writableFinished;
  // Of an answer that had begun, such as a stream, its status was told.
  const status = left && !raw.headersSent ? CLIENT_CLOSED_REQUEST : statusCode;
  const what = { requestId, method, path: routeOptions.url ?? null, status, ...(left && { left }), durationMs };
  const who = { operationName, operationType, tenant, userId };
  log.info({ ...what, ...who, ...(codes.size > 0 && { codes: [...codes] }) }, 'request');
}

export type AnswerOptions = {
  readonly log: Logger;
  /** Where a request comes from. */
  readonly from: ClientAddress;
  readonly counters: Counters;
  readonly observer: Pick<Observer, 'begin' | 'end'>;
};

const PROTOCOLS: Readonly<Record<string, Protocol>> = { '/graphql': 'http', '/graphql/stream': 'sse' };

/** Lets requests to the graph be watched, also those that end without an answer. */
function watch({ begin, end }: AnswerOptions['observer'], request: FastifyRequest, { raw }: FastifyReply): void {
  const { trace, method, headers: fields, startedAt, routeOptions } = request;
  const protocol = PROTOCOLS[routeOptions.url ?? ''];
  if (!protocol) return;
  begin?.(trace, { protocol, fields, method });
  raw.once('close', () => {
    const milliseconds = performance.now() - startedAt;
    end?.(trace, { protocol, milliseconds, status: raw.statusCode, left: !raw.writableFinished });
  });
}

/** What Apollo Server refuses before it asks who it is, such as what a browser of a stranger could be made to send. */
function noteSilent({ trace, routeOptions }: FastifyRequest, { statusCode }: FastifyReply): void {
  const isRefusal = statusCode >= 400 && statusCode < 500 && trace.codes.size === 0;
  if (isRefusal && routeOptions.url !== undefined && routeOptions.url in PROTOCOLS) trace.codes.add('BAD_REQUEST');
}

/** What holds for every answer: its request id, its log line, its form when it fails. Hooks that wait for nothing take no promise. */
export function prepareAnswers(fastify: FastifyInstance, { log, from, counters, observer }: AnswerOptions): void {
  const isWatched = observer.begin !== undefined || observer.end !== undefined;
  const wrongHost = hostCheck();
  fastify.decorateRequest('trace', null as unknown as Trace);
  fastify.decorateRequest('startedAt', 0);
  fastify.addHook('onRequest', (request, reply, done) => {
    request.trace = newTrace(from(request.headers, request.raw.socket.remoteAddress));
    request.startedAt = performance.now();
    void reply.header('x-request-id', request.id);
    void reply.header('x-content-type-options', 'nosniff');
    reply.raw.once('close', () => atEnd(request, reply));
    if (isWatched) watch(observer, request, reply);
    done(wrongHost(request.raw.headers));
  });
  // The end of a connection is told of every response, and not only of those that were taken.
  function atEnd(request: FastifyRequest, reply: FastifyReply): void {
    noteSilent(request, reply);
    countRefusals(counters, request.trace.codes);
    if (log.isLevelEnabled('info')) logRequest(log, request, reply);
  }
  fastify.setErrorHandler((error: Error, request, reply) => answerFailure(error, request, reply, log));
  fastify.setNotFoundHandler((_request, reply) =>
    reply
      .code(404)
      .send(errorBody('BAD_REQUEST', 'There is nothing at this address. GraphQL is at /graphql, its explorer at /.')),
  );
}
