import { printSchema } from '@apollo/federation-internals';
import {
  Kind,
  parse,
  print,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
} from 'graphql';
import type { RoomSchema } from './compose';
import type { Graph } from './supergraph';

/** What a schema has: coordinates, each with its type. Whether something may be null plays no part. */
type Elements = ReadonlyMap<string, string>;

type Field = FieldDefinitionNode | InputValueDefinitionNode;

const typeOf = ({ type }: Field): string => print(type).replaceAll('!', '');

function* fieldElements(owner: string, field: Field): Generator<[string, string]> {
  const coordinate = `${owner}.${field.name.value}`;
  yield [coordinate, typeOf(field)];
  if (field.kind !== Kind.FIELD_DEFINITION) return;
  for (const argument of field.arguments ?? []) yield [`${coordinate}(${argument.name.value}:)`, typeOf(argument)];
}

function* elementsIn(definition: DefinitionNode): Generator<[string, string]> {
  if (!('name' in definition) || !definition.name) return;
  const owner = definition.name.value;
  // What federation itself adds: _Entity, federation__FieldSet and their like.
  if (owner.includes('__') || owner.startsWith('_')) return;
  if ('fields' in definition) for (const field of definition.fields ?? []) yield* fieldElements(owner, field);
  if ('values' in definition) for (const { name } of definition.values ?? []) yield [`${owner}.${name.value}`, ''];
}

const elementsOf = (sdl: string): Elements =>
  new Map(parse(sdl, { noLocation: true }).definitions.flatMap((each) => [...elementsIn(each)]));

const isOfFederation = (coordinate: string): boolean => /^\w+\._(entities|service)\b/.test(coordinate);

/** What a supergraph asks of a room that has another schema. */
const missingIn = (room: Elements, asked: Elements): string[] =>
  [...asked]
    .filter(([coordinate, type]) => room.get(coordinate) !== type && !isOfFederation(coordinate))
    .map(([coordinate]) => coordinate);

const AS_MANY = 3;

function listed(coordinates: readonly string[]): string {
  const shown = coordinates.slice(0, AS_MANY).join(', ');
  return coordinates.length > AS_MANY ? `${shown} and ${coordinates.length - AS_MANY} more` : shown;
}

/** Throws for a room that a supergraph has and we do not. */
function mustBeHere({ supergraph }: Graph, names: readonly string[]): void {
  const stranger = [...supergraph.subgraphsMetadata()].find(({ name }) => !names.includes(name));
  if (stranger) throw new Error(`it has a room ${stranger.name}; here are ${names.join(', ')} alone`);
}

/**
 * For rooms in this process, whose schemas are known: a supergraph that asks for more than they have could only be answered
 * with errors. Rooms as services may be newer than we know; one that is behind answers errors for what it has not.
 */
export function fitsRoomsHere(rooms: readonly RoomSchema[]): (graph: Graph) => void {
  const here = new Map<string, Elements>();
  const elementsHere = ({ name, typeDefs }: RoomSchema): Elements => {
    const found = here.get(name) ?? elementsOf(typeDefs);
    here.set(name, found);
    return found;
  };
  return function fits(graph) {
    mustBeHere(
      graph,
      rooms.map(({ name }) => name),
    );
    const subgraphs = graph.supergraph.subgraphs();
    for (const room of rooms) {
      const subgraph = subgraphs.get(room.name);
      const missing = subgraph ? missingIn(elementsHere(room), elementsOf(printSchema(subgraph.schema))) : [];
      if (missing.length > 0)
        throw new Error(
          `the room ${room.name} of this process does not have, or has otherwise, ${listed(missing)}; start the rooms that have it before they are published`,
        );
    }
  };
}

export const fitsRoomsElsewhere =
  (names: readonly string[]) =>
  (graph: Graph): void =>
    mustBeHere(graph, names);
