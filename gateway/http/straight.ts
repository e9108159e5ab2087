import type { FastifyReply, FastifyRequest } from 'fastify';
import { getOperationAST, OperationTypeNode } from 'graphql';
import type { RequestContext } from '../context';
import type { OperationRequest, Operations, TextAnswer } from '../operations';
import { withStatus } from '../protection/errors';
import { mediaTypes } from './mediaTypes';
import { legacyStatus } from './status';

export type Handle = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

type Asked = {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
};

const JSON_BODY = /^application\/json\s*(?:;|$)/i;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A request as clients send it every day; undefined for any other, be it wrong or only rare. */
function ordinary({ method, headers, body }: FastifyRequest): Asked | undefined {
  if (method !== 'POST' || !JSON_BODY.test(headers['content-type'] ?? '') || !isObject(body)) return undefined;
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== 'string' || query === '') return undefined;
  if (operationName != null && typeof operationName !== 'string') return undefined;
  if (variables != null && !isObject(variables)) return undefined;
  if (extensions != null && (!isObject(extensions) || extensions.persistedQuery !== undefined)) return undefined;
  return { query, operationName, variables };
}

/** Errors stand first, so that a person sees them. (GraphQL, section 7.1) */
function written({ errors, data, extensions }: TextAnswer): string {
  const parts: string[] = [];
  if (errors?.length) parts.push(`"errors":${JSON.stringify(errors)}`);
  if (data !== undefined) parts.push(`"data":${data}`);
  if (extensions) parts.push(`"extensions":${JSON.stringify(extensions)}`);
  return `{${parts.join()}}\n`;
}

function send(answer: TextAnswer, type: string, { headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (answer.data === undefined) {
    const refusals = (answer.errors ?? []).map(withStatus);
    for (const { extensions } of refusals) {
      const { status, headers: more } = extensions.http as { status: number; headers: Map<string, string> };
      void reply.code(status).headers(Object.fromEntries(more));
    }
    void reply.code(legacyStatus(reply.statusCode, headers.accept, refusals));
  }
  return reply.header('content-type', type).send(written(answer));
}

export type StraightOptions = {
  readonly operations: Operations;
  /** Settles who asks; the same for both ways of a request. */
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>;
  readonly read: (context: RequestContext, source: string) => OperationRequest['document'];
};

/** @throws what the request is refused with before anything runs */
async function begin(
  { query: source, operationName, variables }: Asked,
  context: RequestContext,
  read: StraightOptions['read'],
): Promise<OperationRequest | undefined> {
  const document = read(context, source);
  const definition = getOperationAST(document, operationName);
  if (!definition || definition.operation === OperationTypeNode.SUBSCRIPTION) return undefined;
  return { source, document, definition, variables };
}

/**
 * Takes an ordinary query or mutation from its parsed body to its bytes, with nothing between that would read or write it
 * once more. Whatever is not ordinary, or is refused before it runs, is answered by `around`.
 */
export function straight({ operations, contextOf, read }: StraightOptions, around: Handle): Handle {
  const types = mediaTypes();

  async function ready(asked: Asked, request: FastifyRequest, reply: FastifyReply) {
    try {
      const context = await contextOf(request, reply);
      const operation = await begin(asked, context, read);
      return operation && { context, operation };
    } catch {
      // What it was is known by now, and `around` tells it.
      return undefined;
    }
  }

  return async (request, reply) => {
    const asked = ordinary(request);
    if (!asked) return around(request, reply);
    const type = types.of(request);
    if (type === undefined) {
      const answered = await around(request, reply);
      types.learn(request, reply);
      return answered;
    }
    const begun = await ready(asked, request, reply);
    if (!begun) return around(request, reply);
    return send(await operations.executeToText(begun.operation, begun.context), type, request, reply);
  };
}
