import { composeServices } from '@apollo/composition';
import {
  execute,
  parse,
  printSchema,
  buildSchema,
  subscribe,
  validate,
  isObjectType,
  type GraphQLSchema,
} from 'graphql';
import { AgoraError } from '../../../platform/kernel/errors';
import type { RoomRequest, Rooms } from '../../../platform/subgraph/transport';
import { readSupergraph, type Graph } from '../../../gateway/supergraph/supergraph';
import type { Case, Resolvers, World } from './case';
import { buildRoom, resolversFor, seenFrom, type RunningRoom } from './room';
import { roomOf, typeDefsOf } from './sdl';

/** What one operation finds: its own world, and who answers. */
export type Stage = { world: World; down: readonly string[]; asked: string[] };

export type TestGraph = {
  readonly graph: Graph;
  readonly rooms: Rooms;
  readonly alone: GraphQLSchema;
  /** The stage of the operation that runs now; one runs at a time. */
  readonly stage: Stage;
  reset(down?: readonly string[]): void;
};

/** A supergraph that names each type that its records are of. */
function peopled(make: () => World): World {
  const world = make();
  for (const [type, records] of Object.entries(world)) for (const each of records) each.__typename ??= type;
  return world;
}

/** @param urlOf where a room is reached, by its name */
export function composed(rooms: Case['rooms'], urlOf: (room: string) => string = () => ''): string {
  const services = Object.entries(rooms).map(([name, room]) => ({
    name,
    url: urlOf(name),
    typeDefs: typeDefsOf(roomOf(room)),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

const overTheWire = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)));

function transport(name: string, { schema, facts }: RunningRoom, stage: Stage) {
  const begin = ({ query, variables }: RoomRequest) => {
    stage.asked.push(name);
    if (stage.down.includes(name)) throw new AgoraError('UNAVAILABLE', `The room ${name} does not answer.`);
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) throw new Error(`${name} was asked what it does not know: ${errors.join(', ')}\n${query}`);
    const contextValue = seenFrom(facts, stage.world);
    return { schema, document, variableValues: overTheWire(variables), contextValue };
  };
  return {
    execute: async (request: RoomRequest) => overTheWire(await execute(begin(request))),
    subscribe: async (request: RoomRequest) => subscribe(begin(request)),
  };
}

/** The API schema, answered from the world without any room. */
export function unfederated(apiSchema: GraphQLSchema, resolvers: Resolvers, own: Resolvers = {}): GraphQLSchema {
  const schema = buildSchema(printSchema(apiSchema));
  const merged = { ...resolvers };
  for (const [type, fields] of Object.entries(own)) merged[type] = { ...merged[type], ...fields };
  for (const [name, fields] of Object.entries(resolversFor(schema, merged))) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const [field, resolve] of Object.entries(fields)) {
      const at = name === 'Subscription' ? 'subscribe' : 'resolve';
      Object.assign(type.getFields()[field] as object, { [at]: resolve });
    }
  }
  return schema;
}

export function build({ rooms, resolvers, alone, world }: Case): TestGraph {
  const graph = readSupergraph(composed(rooms));
  const stage: Stage = { world: {}, down: [], asked: [] };
  const transports = Object.fromEntries(
    Object.entries(rooms).map(([name, room]) => {
      const running = buildRoom(roomOf(room), resolvers, graph.supergraphSchema);
      return [name, transport(name, running, stage)];
    }),
  );
  return {
    graph,
    stage,
    rooms: (name) => transports[name] as ReturnType<typeof transport>,
    alone: unfederated(graph.apiSchema, resolvers, alone),
    reset(down = []) {
      Object.assign(stage, { world: peopled(world), down, asked: [] } satisfies Stage);
    },
  };
}
