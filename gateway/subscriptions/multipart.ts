import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import { readHttp, refusalOf } from './httpOperation';
import type { LiveOptions } from './session';
import type { HttpStreams, StreamForm } from './streams';

/**
 * Subscriptions in the parts of one answer, as Apollo's clients ask for them: `accept: multipart/mixed;subscriptionSpec=1.0`.
 * (Apollo, "Multipart HTTP protocol for GraphQL subscriptions"; RFC 2046, section 5.1)
 */
const ASKED = /multipart\/mixed\s*;[^,]*\bsubscriptionSpec="?1\.0"?/i;
const CONTENT_TYPE = 'multipart/mixed;boundary="graphql";subscriptionSpec=1.0';

// A part counts for a client when it sees the delimiter behind it: each is sent with its part, and not with the next one.
const part = (json: string) => `\r\nContent-Type: application/json\r\n\r\n${json}\r\n--graphql`;

const PARTS: StreamForm = {
  // The first beat tells the client, and all between, that the answer has begun.
  begin: `\r\n--graphql${part('{}')}`,
  event: (text) => part(`{"payload":${text}}`),
  beat: part('{}'),
  // Top-level errors are those of the transport: it ends, whatever the operation says.
  end: (errors) => `${errors.length > 0 ? part(JSON.stringify({ payload: null, errors })) : ''}--\r\n`,
  leaving: [],
  rhythm: 5_000,
};

export const asksForParts = ({ method, headers }: FastifyRequest): boolean =>
  method === 'POST' && ASKED.test(headers.accept ?? '');

/** Answers a subscription in parts; false when the operation is none, so that others may answer it. */
export type AnswerInParts = (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>;

export function multipart(options: LiveOptions, streams: HttpStreams): AnswerInParts {
  const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const { status, headers, body } = refusalOf(error, request, options.mask);
    void reply.code(status).headers(headers).send(body);
    return true;
  };
  return async (request, reply) => {
    try {
      const read = await readHttp(request, request.body ?? {}, options);
      if (read.request.definition.operation !== OperationTypeNode.SUBSCRIPTION) return false;
      const answer = await streams.start(read, reply.raw, PARTS);
      if (!(Symbol.asyncIterator in answer)) return refuse(new AggregateError(answer.errors ?? []), request, reply);
      void reply.type(CONTENT_TYPE).header('cache-control', 'no-cache').send(Readable.from(answer));
      return true;
    } catch (error) {
      return refuse(error, request, reply);
    }
  };
}
