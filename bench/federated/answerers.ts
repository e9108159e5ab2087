import { ApolloServer } from '@apollo/server';
import { readFileSync } from 'node:fs';
import { getOperationAST, type OperationDefinitionNode } from 'graphql';
import type { Envelope } from '../../platform/identity/envelope';
import { guest } from '../../platform/identity/identity';
import { preparedOperations } from '../../platform/subgraph/execution';
import type { Rooms, Transport } from '../../platform/subgraph/transport';
import { compiledExecutor } from '../../gateway/execution/compiled/executor';
import { documentReader } from '../../gateway/protection/documents';
import { UNLIMITED } from '../../gateway/protection/limits';
import { readSupergraph } from '../../gateway/supergraph/supergraph';
import type { Ask } from '../measure/load';
import { monolith, roomSchema, ROOMS, type RoomName } from './graph';

/** Answers an operation as the text of a response, without HTTP around it. */
export type Answerer = (ask: Ask) => Promise<string>;

export const NOBODY: Envelope = { requestId: 'bench', tenant: '', locale: '', currency: '', identity: guest };

/** A room as ours run their operations: read once, compiled when asked often (platform/subgraph/execution.ts). */
export function runningRoom(name: RoomName): Transport['execute'] {
  const schema = roomSchema(name);
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
