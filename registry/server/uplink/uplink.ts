import type { FastifyInstance, FastifyRequest } from 'fastify';
import { execute, GraphQLError, Kind, parse, validate, type DocumentNode, type ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { isObject } from '../../../platform/delivery/shapes';
import type { Access } from '../access';
import { ServiceError } from '../errors';
import type { Live } from '../live';
import { answersTo } from './answers';
import { uplinkSchema } from './schema';

const LARGEST = 20_000;
const MOST_TOKENS = 500;

/** @throws GraphQLError, ServiceError */
function readDocument(query: unknown): DocumentNode {
  if (typeof query !== 'string')
    throw new ServiceError('BAD_REQUEST', 'Send a GraphQL operation as JSON: {"query": …}');
  const document = parse(query, { maxTokens: MOST_TOKENS });
  const [error] = validate(uplinkSchema, document, undefined, { maxErrors: 1 });
  if (error) throw error;
  // Each root field may carry the whole supergraph.
  const [operation, ...others] = document.definitions;
  if (
    others.length > 0 ||
    operation?.kind !== Kind.OPERATION_DEFINITION ||
    operation.selectionSet.selections.length > 1
  )
    throw new GraphQLError('One operation with one field is answered here.');
  return document;
}

/** What a resolver has thrown is nobody's business; what is wrong with the variables is the client's. */
function masked({ errors, ...result }: ExecutionResult, request: FastifyRequest, log: Logger): ExecutionResult {
  const told = errors?.map((error) => {
    if (!error.originalError) return error;
    log.error({ err: error.originalError, requestId: request.id }, 'an operation of Uplink failed');
    return new GraphQLError('Something failed in the registry.');
  });
  return { ...result, ...(told && { errors: told }) };
}

/** `POST /uplink`: the supergraph as Apollo Uplink delivers it. The token is the argument `apiKey`. */
export function serveUplink(fastify: FastifyInstance, ground: { access: Access; live: Live; log: Logger }): void {
  fastify.post('/uplink', { bodyLimit: LARGEST }, async (request, reply) => {
    const { query, variables, operationName } = isObject(request.body) ? request.body : {};
    try {
      const result = await execute({
        schema: uplinkSchema,
        document: readDocument(query),
        rootValue: answersTo(request, ground),
        variableValues: isObject(variables) ? variables : {},
        operationName: typeof operationName === 'string' ? operationName : null,
      });
      return masked(result, request, ground.log);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return reply.code(400).send({ errors: [error] });
    }
  });
}
