import { ApolloGateway, LocalGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { readFileSync } from 'node:fs';
import { getOperationAST, parse, type OperationDefinitionNode } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { textCache } from '../../platform/kernel/textCache';
import type { Envelope } from '../../platform/identity/envelope';
import { guest } from '../../platform/identity/identity';
import { withEntities } from '../../platform/subgraph/entities';
import { preparedOperations } from '../../platform/subgraph/execution';
import type { Rooms, Transport } from '../../platform/subgraph/transport';
import { compiledExecutor } from '../../gateway/execution/compiled/executor';
import { documentReader } from '../../gateway/protection/documents';
import { UNLIMITED } from '../../gateway/protection/limits';
import { readSupergraph } from '../../gateway/supergraph/supergraph';
import { bodyOf, type Ask } from '../measure/load';
import { monolith, roomSchema, ROOMS, wholeSchema, type RoomName } from './graph';
import { ask, DIFFERENT } from './operations';

/** Answers an operation as the text of a response, without HTTP around it. */
export type Answerer = (ask: Ask) => Promise<string>;

export const NOBODY: Envelope = { requestId: 'bench', tenant: '', locale: '', currency: '', identity: guest };

/** A room as ours run their operations: read once, compiled when asked often (platform/subgraph/execution.ts). */
export function runningRoom(name: RoomName): Transport['execute'] {
  const schema = withEntities(roomSchema(name));
  const preparedOf = preparedOperations(schema);
  return async ({ query, variables, envelope, operationName }) =>
    preparedOf(query).run({ schema, variableValues: variables, contextValue: envelope, operationName });
}

export function localRooms(): Rooms {
  const subscribe: Transport['subscribe'] = async () => {
    throw new Error('This graph has no subscriptions.');
  };
  const rooms = new Map<string, Transport>(ROOMS.map((room) => [room, { execute: runningRoom(room), subscribe }]));
  return (room) => rooms.get(room) as Transport;
}

export async function ours(supergraphFile: string): Promise<Answerer> {
  const graph = readSupergraph(readFileSync(supergraphFile, 'utf8'), { foreign: true });
  const executor = compiledExecutor(graph, localRooms());
  const read = documentReader(graph.apiSchema, { limits: UNLIMITED, introspection: true });
  return async ({ query, variables }) => {
    const document = read(query);
    const definition = getOperationAST(document) as OperationDefinitionNode;
    const { data, errors } = await executor.executeToText({ source: query, document, definition, variables }, NOBODY);
    return errors ? JSON.stringify({ errors }) : `{"data":${data}}`;
  };
}

export const newMonolith = (): ApolloServer => new ApolloServer(monolith);

/** Apollo Server's own answers. */
export async function fromServer(server: ApolloServer): Promise<Answerer> {
  await server.start();
  return async ({ query, variables }) => {
    const { body } = await server.executeOperation({ query, variables });
    if (body.kind !== 'single') throw new Error('The answer came in parts.');
    return JSON.stringify(body.singleResult);
  };
}

export const unfederated = (): Promise<Answerer> => fromServer(newMonolith());

/** The stock gateway with the rooms in its process, as its own data source runs them. */
export function newStockInOneProcess(supergraphFile: string): ApolloServer {
  const gateway = new ApolloGateway({
    supergraphSdl: readFileSync(supergraphFile, 'utf8'),
    buildService: ({ name }) => new LocalGraphQLDataSource(roomSchema(name as RoomName)),
  });
  return new ApolloServer({ gateway });
}

/** One schema, each text compiled once, and nothing else. */
export function jitted(): Answerer {
  const schema = wholeSchema();
  const compiledOf = textCache((query) => {
    const compiled = compileQuery(schema, parse(query));
    if (!isCompiledQuery(compiled)) throw new Error('graphql-jit cannot compile what the benchmark asks.');
    return compiled;
  });
  return async ({ query, variables }) =>
    JSON.stringify(await compiledOf(query).query(undefined, undefined, { ...variables }));
}

/** Answers that lie ready by the body that asks for them: nothing is left but to send them. */
export async function readyAnswers(): Promise<(body: string) => Promise<string>> {
  const answer = await unfederated();
  const texts = new Map<string, string>();
  for (const askNth of Object.values(ask))
    for (let nth = 0; nth < DIFFERENT; nth++) texts.set(bodyOf(askNth(nth)), await answer(askNth(nth)));
  return async (body) => {
    const text = texts.get(body);
    if (text === undefined) throw new Error(`No answer lies ready for ${body}.`);
    return text;
  };
}
