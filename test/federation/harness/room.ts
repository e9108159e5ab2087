import { buildSubgraphSchema } from '@apollo/subgraph';
import { Kind, isObjectType, type FieldNode, type GraphQLSchema, type SelectionSetNode } from 'graphql';
import { withEntities } from '../../../platform/subgraph/entities';
import type { Resolver, Resolvers, Room, Thing, World } from './case';
import { factsOf, typeDefsOf, type RoomFacts } from './sdl';

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null;
const original = new WeakMap<object, object>();

/** A record as a room knows it: without what is external to the room, unless it says that it provides it. */
export function seenFrom({ types, provides }: RoomFacts, value: unknown): unknown {
  if (!isThing(value) || provides) return value;
  const external = types.get(String(value.__typename))?.external;
  const view = new Proxy(value, {
    get: (target, name) =>
      external?.has(String(name)) ? undefined : seenFrom({ types, provides }, Reflect.get(target, name)),
  });
  original.set(view, value);
  return view;
}

const fieldsOf = ({ selections }: SelectionSetNode) =>
  selections.filter((each): each is FieldNode => each.kind === Kind.FIELD);

function matches(record: unknown, reference: unknown, key: SelectionSetNode): boolean {
  if (Array.isArray(record) && Array.isArray(reference)) {
    return record.length === reference.length && record.every((each, at) => matches(each, reference[at], key));
  }
  if (!isThing(record) || !isThing(reference)) return false;
  return fieldsOf(key).every(({ name: { value: name }, selectionSet }) => {
    const [mine, theirs] = [record[name], reference[name]];
    if (selectionSet) return matches(mine, theirs, selectionSet);
    // An identifier may be a number to one side and a text to the other.
    return theirs !== null && theirs !== undefined && JSON.stringify(mine) === JSON.stringify(theirs);
  });
}

/** The record that the representation's key names, with what else the representation carries laid over it. */
function resolveReference(type: string, facts: RoomFacts, supergraph: GraphQLSchema) {
  const parent = supergraph.getType(type);
  const concrete =
    parent && 'getInterfaces' in parent && !isObjectType(parent)
      ? supergraph.getPossibleTypes(parent).map(({ name }) => name)
      : [type];
  return (reference: Thing, world: World) => {
    const { keys = [] } = facts.types.get(type) ?? {};
    for (const { fields: key } of keys.filter(({ resolvable }) => resolvable)) {
      const record = concrete.flatMap((name) => world[name] ?? []).find((each) => matches(each, reference, key));
      if (!record) continue;
      const given = new Set(fieldsOf(key).map(({ name }) => name.value));
      const rest = Object.fromEntries(Object.entries(reference).filter(([name]) => !given.has(name)));
      return { ...record, ...rest, __typename: record.__typename };
    }
    return null;
  };
}

/** Of the case's resolvers those whose field the room has. */
export function resolversFor(schema: GraphQLSchema, resolvers: Resolvers): Record<string, Record<string, Resolver>> {
  const found: Record<string, Record<string, Resolver>> = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const inherited = type.getInterfaces().map(({ name }) => resolvers[name] ?? {});
    const offered = Object.assign({}, ...inherited, resolvers[type.name]) as Record<string, Resolver>;
    const fields = Object.keys(type.getFields()).filter((name) => Object.hasOwn(offered, name));
    found[type.name] = Object.fromEntries(fields.map((name) => [name, offered[name] as Resolver]));
  }
  return found;
}

export type RunningRoom = { readonly schema: GraphQLSchema; readonly facts: RoomFacts };

export function buildRoom(room: Room, shared: Resolvers, supergraph: GraphQLSchema): RunningRoom {
  const typeDefs = typeDefsOf(room);
  const facts = factsOf(room);
  const resolvers = resolversFor(buildSubgraphSchema({ typeDefs }), shared);
  for (const [type, { keys }] of facts.types) {
    if (keys.length === 0) continue;
    resolvers[type] = {
      ...resolvers[type],
      __resolveReference: resolveReference(type, facts, supergraph),
    };
  }
  for (const [type, own] of Object.entries(room.resolvers ?? {})) resolvers[type] = { ...resolvers[type], ...own };
  const streams = Object.entries(resolvers.Subscription ?? {}).map(([name, subscribe]) => [name, { subscribe }]);
  const all = { ...resolvers, ...(streams.length > 0 ? { Subscription: Object.fromEntries(streams) } : {}) };
  return { schema: withEntities(buildSubgraphSchema({ typeDefs, resolvers: all })), facts };
}
