import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { randomUUID } from 'node:crypto';
import { GraphQLError, OperationTypeNode, type DocumentNode } from 'graphql';
import type { Logger } from 'pino';
import { invalidInput } from '../../platform/kernel/errors';
import type { RequestContext, Settle } from '../context';
import type { OperationRequest, Operations } from '../operations';
import type { ReadDocument } from '../protection/documents';
import { withStatus, type Mask } from '../protection/errors';
import { contexts } from './contexts';
import { noteErrors, plainStatus, readBeforehand, readingOnce, type ReadOnce } from './plugins';
import { straight, type Handle } from './straight';

type Gateway = ApolloServerOptionsWithGateway<RequestContext>['gateway'];

const PUSHED = 'Subscriptions are pushed: send them by graphql-ws to /graphql, or by SSE to /graphql/stream.';

const asErrors = (error: unknown): GraphQLError[] => {
  if (!(error instanceof AggregateError)) throw error;
  return (error.errors as GraphQLError[]).map(withStatus);
};

/** Our executor as Apollo Server wants it. */
function asGateway(operations: Operations, read: ReadOnce): Gateway {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: operations.schema, coreSupergraphSdl: '' });
      return () => {};
    },
    load: async () => ({
      async executor({ source, operation, operationName, request: { variables }, context }) {
        let document: DocumentNode;
        try {
          document = read(context as RequestContext, source);
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
  /** Apollo Server's, for whoever needs them: they see every request whole, which costs each of them its time. */
  readonly plugins?: readonly ApolloServerPlugin<RequestContext>[];
  readonly log: Logger;
};

const formatWith =
  (mask: Mask): ApolloServerOptionsWithGateway<RequestContext>['formatError'] =>
  (formatted, error) =>
    // Masked already, with the id of its request.
    formatted.extensions?.code === 'INTERNAL' ? formatted : (mask([error], randomUUID())[0] as GraphQLError).toJSON();

async function startApollo(options: GraphqlOptions, read: ReadOnce): Promise<ApolloServer<RequestContext>> {
  const { operations, mask, plugins = [], log } = options;
  const apollo = new ApolloServer<RequestContext>({
    gateway: asGateway(operations, read),
    documentStore: null,
    maxRecursiveSelections: true,
    // A rule of ours forbids it where a setting says so, alike over HTTP, WebSocket and SSE.
    introspection: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    // Ours is `isCrossSite`; what else a browser sends without asking is no JSON, and is refused for that.
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: quiet(log),
    formatError: formatWith(mask),
    plugins: [
      readBeforehand(read),
      noteErrors,
      plainStatus,
      ...plugins,
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
  readonly handle: Handle;
  stop(): Promise<void>;
};

/**
 * Answers `POST` and `GET /graphql` for one supergraph. Each has an Apollo Server of its own, for one alone would change its
 * schema under the requests that it holds. An old one needs no stopping: it holds nothing but memory.
 */
export async function answerGraphql(options: GraphqlOptions): Promise<GraphqlHandler> {
  const { operations, settle, plugins = [] } = options;
  const read = readingOnce(options.read);
  const apollo = await startApollo(options, read);
  const contextOf = contexts(settle);
  const around = fastifyApolloHandler(apollo, { context: contextOf }) as unknown as Handle;
  const handle = plugins.length > 0 ? around : straight({ operations, contextOf, read }, around);
  return { handle, stop: () => apollo.stop() };
}
