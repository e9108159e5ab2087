import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { getOperationAST, OperationTypeNode } from 'graphql';
import type { RequestContext, Settle } from '../context';
import type { Parts } from '../execution/executor';
import type { OperationRequest, Operations } from '../operations';
import type { ReadDocument } from '../protection/documents';
import type { Mask } from '../protection/errors';
import { refusalOf, type Parameters } from '../subscriptions/httpOperation';

/**
 * What `@defer` defers comes in later parts of one answer, as Apollo's clients ask for it:
 * `accept: multipart/mixed;deferSpec=20220824`. Who does not ask gets the answer whole. (GraphQL over HTTP, "Incremental Delivery
 * over HTTP"; GraphQL, incremental delivery as of 2022-08-24; RFC 2046, section 5.1)
 */
const ASKED = /multipart\/mixed\s*;[^,]*\bdeferSpec="?20220824"?/i;
const CONTENT_TYPE = 'multipart/mixed; boundary="-"; deferSpec=20220824';

// A part counts for a client when it sees the delimiter behind it: each is sent with its part, and not with the next one.
const part = (payload: { readonly hasNext: boolean }) =>
  `content-type: application/json; charset=utf-8\r\n\r\n${JSON.stringify(payload)}\r\n---${payload.hasNext ? '' : '--'}\r\n`;

async function* written({ first, later }: Parts): AsyncGenerator<string, void> {
  yield `\r\n---\r\n${part({ ...first, hasNext: later !== undefined })}`;
  for await (const next of later ?? []) yield part(next);
}

export type DeferredOptions = {
  readonly current: () => { readonly operations: Operations; readonly read: ReadDocument };
  readonly settle: Settle;
  readonly mask: Mask;
};

const isObject = (value: unknown): value is Parameters =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const asksForDeferred = ({ method, headers }: FastifyRequest): boolean =>
  (method === 'POST' || method === 'GET') && ASKED.test(headers.accept ?? '');

/** Answers a query or a mutation in parts; false when nothing is deferred or something is wrong, so that others may answer. */
export type AnswerDeferred = (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>;

/** What stands in an address, where a document that was named by its id has been written out; undefined if it is no such thing. */
function inAddress(url: string): Parameters | undefined {
  const parameters = new URL(url, 'http://host.invalid').searchParams;
  if (new Set(parameters.keys()).size < parameters.size) return undefined;
  const { query, operationName, variables = 'null' } = Object.fromEntries(parameters);
  try {
    return { query, operationName, variables: JSON.parse(variables) as Parameters['variables'] };
  } catch {
    return undefined;
  }
}

function operationOf({ method, raw, body, trace }: FastifyRequest, read: ReadDocument): OperationRequest | undefined {
  const isGet = method === 'GET';
  const parameters = isGet ? inAddress(raw.url ?? '') : body;
  if (!isObject(parameters)) return undefined;
  const { query, operationName, variables = null } = parameters;
  // A document that was named by its id stands here already.
  if (typeof query !== 'string' || !query.includes('@defer') || (variables !== null && !isObject(variables)))
    return undefined;
  try {
    const document = read(query, trace);
    const definition = getOperationAST(document, operationName);
    if (!definition || definition.operation === OperationTypeNode.SUBSCRIPTION) return undefined;
    if (isGet && definition.operation !== OperationTypeNode.QUERY) return undefined;
    return { source: query, document, definition, variables };
  } catch {
    // Whoever reads it next says what is wrong with it.
    return undefined;
  }
}

function refuse({ first }: Parts, request: FastifyRequest, reply: FastifyReply, mask: Mask): void {
  const { status, headers, body } = refusalOf(new AggregateError(first.errors ?? []), request, mask);
  // As for operations that are not deferred: 400 is for who takes application/graphql-response+json. (status.ts)
  const isModern = request.headers.accept?.includes('application/graphql-response+json');
  void reply
    .code(status === 400 && !isModern ? 200 : status)
    .headers(headers)
    .send(body);
}

export function answerDeferred({ current, settle, mask }: DeferredOptions): AnswerDeferred {
  return async (request, reply) => {
    const { operations, read } = current();
    const operation = operationOf(request, read);
    if (!operation) return false;
    let context: RequestContext;
    try {
      context = await settle(request.headers, request.id, request.trace);
    } catch {
      // Who asks is settled once more, and then it is told.
      return false;
    }
    const left = new AbortController();
    reply.raw.once('close', () => left.abort());
    const parts = await operations.executeInParts(operation, context, left.signal);
    if (parts.first.data === undefined) refuse(parts, request, reply, mask);
    else
      void reply
        .type(CONTENT_TYPE)
        .header('cache-control', 'no-cache')
        .send(Readable.from(written(parts)));
    return true;
  };
}
