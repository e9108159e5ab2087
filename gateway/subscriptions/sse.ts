import type { FastifyInstance, FastifyRequest } from 'fastify';
import { OperationTypeNode, type ExecutionResult } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import type { RequestParams, Response } from 'graphql-sse';
import { invalidInput, unavailable } from '../../platform/kernel/errors';
import { errorBody } from '../protection/errors';
import { within } from '../protection/rates/crowd';
import { readHttp, refusalOf } from './httpOperation';
import type { LiveOptions } from './session';
import type { HttpStreams, StreamForm } from './streams';
import type { TextStream } from './textPipe';

const STREAM = 'text/event-stream';

/** Events of graphql-sse. (PROTOCOL.md of graphql-sse, "Distinct connections mode") */
const EVENTS: StreamForm = {
  // Some browsers wait for a first byte before they believe in a stream.
  begin: ':\n\n',
  event: (text) => `event: next\ndata: ${text}\n\n`,
  beat: ':\n\n',
  end: (errors) => `${errors.length > 0 ? EVENTS.event(JSON.stringify({ errors })) : ''}event: complete\ndata:\n\n`,
  leaving: [unavailable('Agora is stopping. Subscribe again, with the last cursor that you have seen.')],
  rhythm: 12_000,
};

const asResponse = (stream: TextStream): Response => [
  stream as AsyncGenerator<string, void>,
  {
    status: 200,
    statusText: 'OK',
    headers: {
      'cache-control': 'no-cache',
      'content-encoding': 'none',
      'content-type': `${STREAM}; charset=utf-8`,
    },
  },
];

function refuse(error: unknown, request: FastifyRequest, { mask }: LiveOptions): Response {
  const { status, headers, body } = refusalOf(error, request, mask);
  return [body, { status, statusText: '', headers }];
}

/** @throws what the operation is refused with before it runs */
async function run(
  request: FastifyRequest,
  response: Parameters<HttpStreams['start']>[1],
  parameters: RequestParams,
  options: LiveOptions,
  streams: HttpStreams,
): Promise<TextStream | ExecutionResult> {
  const read = await readHttp(request, parameters, options);
  const { operation } = read.request.definition;
  if (request.method === 'GET' && operation === OperationTypeNode.MUTATION)
    throw invalidInput('A mutation is sent by POST.');
  if (operation !== OperationTypeNode.SUBSCRIPTION)
    return within(options.crowd, () => read.operations.execute(read.request, read.context));
  return streams.start(read, response, EVENTS);
}

const handlerFor = (options: LiveOptions, streams: HttpStreams) =>
  createHandler({
    // A connection an operation; the single-connection mode keeps state for clients that never come back.
    authenticate: () => null,
    async onSubscribe({ raw: request, context: { reply } }, parameters) {
      try {
        const answer = await run(request, reply.raw, parameters, options, streams);
        if (Symbol.asyncIterator in answer) return asResponse(answer);
        if ('data' in answer) return answer;
        return refuse(new AggregateError(answer.errors ?? []), request, options);
      } catch (error) {
        return refuse(error, request, options);
      }
    },
  });

/** `/graphql/stream`: GraphQL over Server-Sent Events, a connection an operation. */
export function serveSse(fastify: FastifyInstance, options: LiveOptions, streams: HttpStreams): void {
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
      // graphql-sse promises everybody to keep the connection, also those who are to be the last on it.
      if (!reply.raw.shouldKeepAlive) reply.raw.once('finish', () => request.raw.socket.end());
      // A client that has gone cannot be told anything.
      await handle(request, reply).catch((error: unknown) => options.log.debug({ err: error }, 'a stream broke'));
      return reply;
    },
  });
}
