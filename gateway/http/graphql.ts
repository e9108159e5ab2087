import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError, OperationTypeNode, type ValidationRule } from 'graphql';
import type { Logger } from 'pino';
import { invalidInput } from '../../platform/kernel/errors';
import type { RequestContext, Settle } from '../context';
import type { OperationRequest, Operations } from '../operations';
import { codeOf, maskErrors, withStatus } from '../protection/errors';
import { LIMITS } from '../protection/limits';

type Gateway = ApolloServerOptionsWithGateway<RequestContext>['gateway'];

const LEGACY_CODES = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'INVALID_INPUT', 'LIMIT_EXCEEDED']);

const PUSHED = 'Subscriptions are pushed: send them by graphql-ws to /graphql, or by SSE to /graphql/stream.';

/** Our executor as Apollo Server wants it. */
function asGateway(operations: Operations): Gateway {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: operations.schema, coreSupergraphSdl: '' });
      return () => {};
    },
    load: async () => ({
      async executor({ source, document, operation, operationName, request: { variables }, context }) {
        if (!operation)
          return { errors: [new GraphQLError(`There is no single operation ${operationName ?? ''} to run.`)] };
        if (operation.operation === OperationTypeNode.SUBSCRIPTION)
          return { errors: [withStatus(invalidInput(PUSHED))] };
        const request: OperationRequest = { source, document, definition: operation, variables };
        const { data, errors } = await operations.execute(request, context as RequestContext);
        return data === undefined ? { errors: errors?.map(withStatus) } : { data, errors };
      },
    }),
    stop: async () => {},
  };
}

/**
 * Who asks for plain application/json gets 200 for whatever is a GraphQL request, well answered or not; 4xx there would look
 * like the answer of something in between. (GraphQL over HTTP, section 6.4.1)
 */
const legacyStatus: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response: { http }, errors, source }) {
        const isModern = request.http?.headers.get('accept')?.includes('application/graphql-response+json');
        const isRequest = source !== undefined && errors?.every((error) => LEGACY_CODES.has(codeOf(error)));
        if (!isModern && http.status === 400 && isRequest) http.status = 200;
      },
    };
  },
};

const noteErrors: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue: { trace }, operation }) {
        trace.operationName ??= operation?.name?.value;
        trace.operationType ??= operation?.operation;
        for (const error of errors) trace.codes.add(codeOf(error));
      },
    };
  },
};

const quiet = (log: Logger) => ({
  debug: (message: unknown) => log.trace({ apollo: message }),
  info: (message: unknown) => log.debug({ apollo: message }),
  warn: (message: unknown) => log.warn({ apollo: message }),
  error: (message: unknown) => log.error({ apollo: message }),
});

export type GraphqlOptions = {
  readonly operations: Operations;
  readonly settle: Settle;
  readonly rules: ValidationRule[];
  readonly log: Logger;
};

async function startApollo({ operations, rules, log }: GraphqlOptions): Promise<ApolloServer<RequestContext>> {
  const apollo = new ApolloServer<RequestContext>({
    gateway: asGateway(operations),
    validationRules: rules,
    parseOptions: { maxTokens: LIMITS.tokens },
    maxRecursiveSelections: true,
    // A rule of ours forbids it where a setting says so, alike over HTTP, WebSocket and SSE.
    introspection: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: quiet(log),
    formatError: (formatted, error) =>
      // Masked already, with the id of its request.
      formatted.extensions?.code === 'INTERNAL'
        ? formatted
        : (maskErrors([error], randomUUID(), log)[0] as GraphQLError).toJSON(),
    plugins: [
      noteErrors,
      legacyStatus,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  return apollo;
}

/** `POST` and `GET /graphql`. */
export async function serveGraphql(
  fastify: FastifyInstance,
  options: GraphqlOptions,
): Promise<ApolloServer<RequestContext>> {
  const apollo = await startApollo(options);
  const context = async ({ headers, id, trace }: FastifyRequest) => {
    try {
      return await options.settle(headers, id, trace);
    } catch (error) {
      trace.codes.add(codeOf(error));
      throw error instanceof GraphQLError ? withStatus(error) : error;
    }
  };
  fastify.route({
    url: '/graphql',
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    handler: fastifyApolloHandler(apollo, { context }),
  });
  return apollo;
}
