import type { FastifyInstance, FastifyRequest } from 'fastify';
import { getOperationAST, OperationTypeNode, type ExecutionResult } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import type { RequestParams, Response } from 'graphql-sse';
import type { Clock } from '../../platform/kernel/clock';
import { AgoraError, invalidInput } from '../../platform/kernel/errors';
import type { RequestContext } from '../context';
import type { LiveResult } from '../execution/executor';
import { errorBody, withStatus, type Mask } from '../protection/errors';
import type { LiveOptions } from './session';

const STREAM = 'text/event-stream';

/** Streams that are open, each of which ends with its access token or with this process. */
function openStreams(clock: Clock, most: number) {
  const open = new Set<LiveResult>();
  return {
    isFull: () => open.size >= most,
    keep(stream: LiveResult, { expiresAt }: RequestContext): LiveResult {
      const left = expiresAt && expiresAt.getTime() - clock.now().getTime();
      const expiry = left === null ? undefined : setTimeout(() => void stream.return(), left).unref();
      const leave = stream.return.bind(stream);
      stream.return = async () => {
        open.delete(stream);
        clearTimeout(expiry);
        return leave();
      };
      open.add(stream);
      return stream;
    },
    stop: () => [...open].forEach((stream) => void stream.return()),
  };
}
type Streams = ReturnType<typeof openStreams>;

/** @throws what the operation is refused with before it runs */
async function run(
  { headers, id, trace, method }: FastifyRequest,
  { query: given, extensions, operationName, variables }: RequestParams,
  { current, settle, resolve }: LiveOptions,
  streams: Streams,
): Promise<LiveResult | ExecutionResult> {
  if (streams.isFull()) throw new AgoraError('UNAVAILABLE', 'Too many streams are open. Try again later.');
  const context = await settle(headers, id, trace);
  const { operations, read } = current();
  const query = resolve({ query: given, extensions }) ?? '';
  const document = read(query);
  const definition = getOperationAST(document, operationName);
  if (!definition) throw invalidInput('Name the operation to run.');
  const isMutation = definition.operation === OperationTypeNode.MUTATION;
  if (method === 'GET' && isMutation) throw invalidInput('A mutation is sent by POST.');
  const operation = { source: query, document, definition, variables };
  if (definition.operation !== OperationTypeNode.SUBSCRIPTION) return operations.execute(operation, context);
  const answer = await operations.subscribe(operation, context);
  return Symbol.asyncIterator in answer ? streams.keep(answer, context) : answer;
}

function refusal(errors: readonly unknown[], { id, trace }: FastifyRequest, mask: Mask): Response {
  const masked = mask(errors, id).map(withStatus);
  for (const { extensions } of masked) trace.codes.add(String(extensions.code));
  const [{ status, headers: more } = { status: 400, headers: new Map<string, string>() }] = masked.map(
    ({ extensions }) => extensions.http as { status: number; headers: Map<string, string> },
  );
  const shown = masked.map((error) => ({ ...error.toJSON(), extensions: { ...error.extensions, http: undefined } }));
  const headers = { 'content-type': 'application/json; charset=utf-8', ...Object.fromEntries(more) };
  return [JSON.stringify({ errors: shown }), { status, statusText: '', headers }];
}

const handlerFor = (options: LiveOptions, streams: Streams) =>
  createHandler({
    // A connection an operation; the single-connection mode keeps state for clients that never come back.
    authenticate: () => null,
    async onSubscribe({ raw: request }, params) {
      try {
        const answer = await run(request, params, options, streams);
        if ('data' in answer || Symbol.asyncIterator in answer) return answer;
        return refusal(answer.errors ?? [], request, options.mask);
      } catch (error) {
        return refusal(error instanceof AggregateError ? error.errors : [error], request, options.mask);
      }
    },
  });

/** `/graphql/stream`: GraphQL over Server-Sent Events, a connection an operation. */
export function serveSse(fastify: FastifyInstance, options: LiveOptions) {
  const streams = openStreams(options.clock, options.limits.streams);
  const handle = handlerFor(options, streams);
  fastify.route({
    url: '/graphql/stream',
    method: ['GET', 'POST'],
    async handler(request, reply) {
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
