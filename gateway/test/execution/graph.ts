import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  buildSchema,
  execute,
  getOperationAST,
  isObjectType,
  parse,
  printSchema,
  subscribe,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compiledExecutor } from '../../execution/compiled/executor';
import type { Executor, Operation } from '../../execution/executor';
import { stockExecutor } from '../../../test/federation/harness/stockExecutor';
import { compose } from '../../supergraph/compose';
import { readSupergraph } from '../../supergraph/supergraph';
import { unavailable } from '../../../platform/kernel/errors';
import type { Envelope } from '../../../platform/identity/envelope';
import type { RoomRequest, Transport } from '../../../platform/subgraph/transport';

// Parameters of `never`: a fixture declares what it expects, and graphql-js gives it.
type Resolve = (parent: never, args: never) => unknown;
export type Resolvers = Record<string, Record<string, Resolve>>;
export type Fixture = Record<string, { typeDefs: string; resolvers: Resolvers }>;

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires",
  "@provides", "@shareable", "@override", "@inaccessible", "@interfaceObject", "@context", "@fromContext"])\n`;

const guest: Envelope = {
  requestId: 'req_1',
  tenant: 'demo',
  locale: 'en-US',
  currency: 'USD',
  identity: { kind: 'guest' },
};

/** A room in this process that notes what it is asked; a question that does not fit its schema fails the test. */
function room(name: string, schema: GraphQLSchema, asked: Asked[], down: Set<string>): Transport {
  const documents = new Map<string, DocumentNode>();
  function argsOf({ query, variables, operationName }: RoomRequest) {
    asked.push({ room: name, query, variables: variables ?? {} });
    if (down.has(name)) throw unavailable(`The room ${name} does not answer.`);
    const document = documents.get(query) ?? parse(query);
    if (!documents.has(query)) for (const error of validate(schema, document)) throw error;
    documents.set(query, document);
    return { schema, document, variableValues: variables, operationName };
  }
  return {
    execute: async (request) => execute(argsOf(request)),
    subscribe: async (request) => (await subscribe(argsOf(request))) as AsyncGenerator<ExecutionResult>,
  };
}

type Asked = { room: string; query: string; variables: Readonly<Record<string, unknown>> };

/** The same world behind one schema: what the specification says that a federated graph must look like. */
function unfederated(api: GraphQLSchema, fixture: Fixture): GraphQLSchema {
  const schema = buildSchema(printSchema(api));
  for (const { resolvers } of Object.values(fixture)) {
    for (const [type, fields] of Object.entries(resolvers)) {
      const found = schema.getType(type);
      const concrete = isObjectType(found)
        ? [found]
        : 'getFields' in (found ?? {})
          ? schema.getPossibleTypes(found as never)
          : [];
      for (const each of concrete) {
        for (const [name, resolve] of Object.entries(fields)) {
          const field = each.getFields()[name];
          if (field) Object.assign(field, { [type === 'Subscription' ? 'subscribe' : 'resolve']: resolve });
        }
      }
    }
  }
  return schema;
}

function operation(api: GraphQLSchema, source: string, variables: Record<string, unknown> = {}): Operation {
  const document = parse(source);
  for (const error of validate(api, document)) throw error;
  return { source, document, definition: getOperationAST(document) as OperationDefinitionNode, variables };
}

/** A small federated graph, both executors over it, and the same graph without federation. */
export async function startGraph(fixture: Fixture, random?: () => number) {
  const asked: Asked[] = [];
  const down = new Set<string>();
  const schemas = Object.entries(fixture).map(([name, { typeDefs }]) => ({ name, typeDefs: LINK + typeDefs }));
  const graph = readSupergraph(await compose(schemas));
  const transports = Object.fromEntries(
    schemas.map(({ name, typeDefs }) => {
      const resolvers = fixture[name]?.resolvers as never;
      return [name, room(name, buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers }), asked, down)];
    }),
  );
  const rooms = (name: string) => transports[name] as Transport;
  const compiled = compiledExecutor(graph, rooms, random);
  const stock = stockExecutor(graph, rooms);
  const alone = unfederated(graph.apiSchema, fixture);

  const run = (executor: Executor) => async (source: string, variables?: Record<string, unknown>) => {
    asked.length = 0;
    return plain(await executor.execute(operation(graph.apiSchema, source, variables), guest));
  };
  return {
    graph,
    guest,
    operation: (source: string, variables?: Record<string, unknown>) => operation(graph.apiSchema, source, variables),
    asked,
    down,
    compiled,
    run: run(compiled),
    runStock: run(stock),
    async runText(source: string, variables?: Record<string, unknown>) {
      const { data, errors } = await compiled.executeToText(operation(graph.apiSchema, source, variables), guest);
      return { ...(errors ? { errors: plain(errors) } : {}), data: JSON.parse(data) as unknown };
    },
    runAlone: async (source: string, variables?: Record<string, unknown>) =>
      plain(await execute({ schema: alone, document: parse(source), variableValues: variables })),
    rooms: () => asked.map((each) => each.room),
  };
}
export type TestGraph = Awaited<ReturnType<typeof startGraph>>;

/** As a client sees it. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
