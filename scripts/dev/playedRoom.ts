import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, subscribe } from 'graphql';
import type { Envelope } from '../../platform/identity/envelope';
import { unavailable } from '../../platform/kernel/errors';
import { readTypeDefs } from '../../platform/subgraph/schema';
import type { RoomRequest, Rooms, Transport } from '../../platform/subgraph/transport';
import { resolvePlausibly, type Fixed } from './plausible/resolve';

async function* once(): AsyncGenerator<object> {
  yield {};
}

/** A room that is not there, answered from its schema alone: no database, and the same answer to the same question. */
export function playedRoom(typeDefs: string, fixed: Fixed = {}): Transport {
  const schema = buildSubgraphSchema({ typeDefs: parse(typeDefs) });
  const fieldResolver = resolvePlausibly(fixed);
  const argsOf = ({ document, query, operationName, variables: variableValues, envelope }: RoomRequest) => ({
    schema,
    document: document ?? parse(query),
    operationName,
    variableValues,
    contextValue: envelope satisfies Envelope,
    fieldResolver,
  });
  return {
    execute: async (request) => execute(argsOf(request)),
    // One event: nothing happens in a room that is not there.
    subscribe: async (request) =>
      (await subscribe({ ...argsOf(request), subscribeFieldResolver: once })) as Awaited<
        ReturnType<Transport['subscribe']>
      >,
  };
}

/** Plays every room of these, each when it is first asked. */
export function playedRooms(definitions: readonly { name: string; folder: string }[], fixed: Fixed): Rooms {
  const played = new Map<string, Transport>();
  return (name) => {
    const definition = definitions.find((each) => each.name === name);
    if (!definition) throw unavailable(`There is no room ${name}.`);
    const room = played.get(name) ?? playedRoom(readTypeDefs(definition.folder), fixed);
    played.set(name, room);
    return room;
  };
}
