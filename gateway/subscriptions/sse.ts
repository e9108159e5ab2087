import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { getOperationAST, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import type { RequestParams, Response } from 'graphql-sse';
import type { Logger } from 'pino';
import type { Clock } from '../../platform/kernel/clock';
import { AgoraError } from '../../platform/kernel/errors';
import type { RequestContext, Settle } from '../context';
import type { LiveResult } from '../execution/executor';
import type { Operations } from '../operations';
import { errorBody, maskErrors, withStatus } from '../protection/errors';

const MAX_STREAMS = 2_000;
const STREAM = 'text/event-stream';

export type StreamOptions = {
  readonly operations: Operations;
  readonly settle: Settle;
  readonly read: (source: string) => ExecutionArgs['document'];
  readonly log: Logger;
  readonly clock: Clock;
};

function refusal(errors: readonly unknown[], { id, trace }: FastifyRequest, log: Logger): Response {
  const masked = maskErrors(errors, id, log).map(withStatus);
  for (const { extensions } of masked) trace.codes.add(String(extensions.code));
  const status = (masked[0]?.extensions.http as { status: number }).status;
  const shown = masked.map((error) => ({ ...error.toJSON(), extensions: { ...error.extensions, http: undefined } }));
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return [JSON.stringify({ errors: shown }), { status, statusText: '', headers }];
}

/** Streams that are open, each of which ends with its access token or with this process. */
function openStreams(clock: Clock) {
  const open = new Set<LiveResult>();
  return {
    isFull: () => open.size >= MAX_STREAMS,
    keep(stream: LiveResult, { expiresAt }: RequestContext): LiveResult {
      open.add(stream);
      const left = expiresAt && expiresAt.getTime() - clock.now().getTime();
      const expiry = left === null ? undefined : setTimeout(() => void stream.return(), left).unref();
      const leave = stream.return.bind(stream);
      stream.return = async () => {
        open.delete(stream);
        clearTimeout(expiry);
        return leave();
      };
      return stream;
    },
    stop: () => [...open].forEach((stream) => void stream.return()),
  };
}

/** `/graphql/stream`: GraphQL over Server-Sent Events, a connection an operation. */
export function serveSse(fastify: FastifyInstance, options: StreamOptions) {
  const { operations, settle, read, log, clock } = options;
  const streams = openStreams(clock);

  async function run(request: FastifyRequest, params: RequestParams): Promise<LiveResult | ExecutionResult> {
    if (streams.isFull()) throw new AgoraError('UNAVAILABLE', 'Too many streams are open. Try again later.');
    const context = await settle(request.headers, request.id, request.trace);
    const document = read(params.query);
    const definition = getOperationAST(document, params.operationName);
    if (!definition) throw new AgoraError('INVALID_INPUT', 'Name the operation to run.');
    if (request.method === 'GET' && definition.operation === 'mutation') {
      throw new AgoraError('INVALID_INPUT', 'A mutation is sent by POST.');
    }
    const operation = {
      source: params.query,
      document,
      definition,
      variables: params.variables as Record<string, unknown>,
    };
    if (definition.operation !== 'subscription') return operations.execute(operation, context);
    const answer = await operations.subscribe(operation, context);
    return Symbol.asyncIterator in answer ? streams.keep(answer as LiveResult, context) : answer;
  }

  const handle = createHandler({
    // A connection an operation; the single-connection mode keeps state for clients that never come back.
    authenticate: () => null,
    async onSubscribe({ raw }, params) {
      const request = raw as FastifyRequest;
      try {
        const answer = await run(request, params);
        if ('data' in answer || Symbol.asyncIterator in answer) return answer as never;
        return refusal(answer.errors ?? [], request, log);
      } catch (error) {
        return refusal(error instanceof AggregateError ? error.errors : [error], request, log);
      }
    },
  });

  fastify.route({
    url: '/graphql/stream',
    method: ['GET', 'POST'],
    async handler(request: FastifyRequest, reply: FastifyReply) {
      if (!request.headers.accept?.includes(STREAM)) {
        return reply.code(406).send(errorBody('BAD_REQUEST', `Ask for it with "accept: ${STREAM}".`));
      }
      request.headers.accept = STREAM;
      reply.hijack();
      await handle(request, reply);
      return reply;
    },
  });
  return { stop: streams.stop };
}
