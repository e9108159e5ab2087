import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, Kind, OperationTypeNode, type DocumentNode } from 'graphql';
import type { Logger } from 'pino';
import { invalidInput } from '../../platform/kernel/errors';
import type { RequestContext, Settle } from '../context';
import type { OperationRequest, Operations } from '../operations';
import type { ReadDocument } from '../protection/documents';
import { codeOf, withStatus, type Mask } from '../protection/errors';

type Gateway = ApolloServerOptionsWithGateway<RequestContext>['gateway'];

const LEGACY_CODES = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'INVALID_INPUT', 'LIMIT_EXCEEDED']);

const PUSHED = 'Subscriptions are pushed: send them by graphql-ws to /graphql, or by SSE to /graphql/stream.';

/** What Apollo Server holds while there is no document that it may see. */
const placeholder = (operationName: string | undefined): DocumentNode => ({
  kind: Kind.DOCUMENT,
  definitions: [
    {
      kind: Kind.OPERATION_DEFINITION,
      operation: OperationTypeNode.QUERY,
      name: operationName ? { kind: Kind.NAME, value: operationName } : undefined,
      selectionSet: { kind: Kind.SELECTION_SET, selections: [] },
    },
  ],
});

/**
 * Documents are read by ours, once for all transports and with its limits before its parser; Apollo Server reads none. The
 * executor reads again, from the cache, and answers what is wrong.
 */
const readBeforehand = (read: ReadDocument): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    return {
      async didResolveSource(requestContext) {
        let document: DocumentNode;
        try {
          document = read(requestContext.source);
        } catch {
          document = placeholder(requestContext.request.operationName);
        }
        Object.assign(requestContext, { document });
      },
    };
  },
});

const asErrors = (error: unknown): GraphQLError[] => {
  if (!(error instanceof AggregateError)) throw error;
  return (error.errors as GraphQLError[]).map(withStatus);
};

/** Our executor as Apollo Server wants it. */
function asGateway(operations: Operations, read: ReadDocument): Gateway {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: operations.schema, coreSupergraphSdl: '' });
      return () => {};
    },
    load: async () => ({
      async executor({ source, operation, operationName, request: { variables }, context }) {
        let document: DocumentNode;
        try {
          document = read(source);
        } catch (error) {
          return { errors: asErrors(error) };
        }
        if (!operation)
          return { errors: [new GraphQLError(`There is no single operation ${operationName ?? ''} to run.`)] };
        if (operation.operation === OperationTypeNode.SUBSCRIPTION)
          return { errors: [withStatus(invalidInput(PUSHED))] };
        const request: OperationRequest = { source, document, definition: operation, variables };
        const { data, errors, extensions } = await operations.execute(request, context as RequestContext);
        return data === undefined ? { errors: errors?.map(withStatus) } : { data, errors, extensions };
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
  readonly read: ReadDocument;
  readonly mask: Mask;
  /** For a trusted network: takes what a browser of a stranger could be made to send. */
  readonly open?: boolean;
  readonly log: Logger;
};

const formatWith =
  (mask: Mask): ApolloServerOptionsWithGateway<RequestContext>['formatError'] =>
  (formatted, error) =>
    // Masked already, with the id of its request.
    formatted.extensions?.code === 'INTERNAL' ? formatted : (mask([error], randomUUID())[0] as GraphQLError).toJSON();

async function startApollo(options: GraphqlOptions): Promise<ApolloServer<RequestContext>> {
  const { operations, read, mask, open, log } = options;
  const apollo = new ApolloServer<RequestContext>({
    gateway: asGateway(operations, read),
    documentStore: null,
    maxRecursiveSelections: true,
    // A rule of ours forbids it where a setting says so, alike over HTTP, WebSocket and SSE.
    introspection: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    csrfPrevention: !open,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: quiet(log),
    formatError: formatWith(mask),
    plugins: [
      readBeforehand(read),
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

export type GraphqlHandler = {
  handle(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
  stop(): Promise<void>;
};

/**
 * Answers `POST` and `GET /graphql` for one supergraph. Each has an Apollo Server of its own, for one alone would change its
 * schema under the requests that it holds. An old one needs no stopping: it holds nothing but memory.
 */
export async function answerGraphql(options: GraphqlOptions): Promise<GraphqlHandler> {
  const apollo = await startApollo(options);
  const context = async ({ headers, id, trace }: FastifyRequest) => {
    try {
      return await options.settle(headers, id, trace);
    } catch (error) {
      trace.codes.add(codeOf(error));
      throw error instanceof GraphQLError ? withStatus(error) : error;
    }
  };
  const handle = fastifyApolloHandler(apollo, { context }) as unknown as GraphqlHandler['handle'];
  return { handle, stop: () => apollo.stop() };
}
