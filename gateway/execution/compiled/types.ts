import type { Supergraph } from '@apollo/federation-internals';
import { isAbstractType, isInterfaceType, type GraphQLSchema } from 'graphql';

/** What must be known of the supergraph's types while a plan runs, looked up once. */
export type Types = {
  /** Names that an object's `__typename` may have for a type condition to hold. */
  withinCondition(condition: string): ReadonlySet<string>;
  /** Names of the types that a room has. */
  inRoom(room: string): ReadonlySet<string>;
  /** Names of interfaces: what a room with `@interfaceObject` answers as `__typename`. */
  readonly interfaces: ReadonlySet<string>;
};

export function typesOf(schema: GraphQLSchema, supergraph: Supergraph): Types {
  const known = new Map<string, ReadonlySet<string>>();
  const all = Object.values(schema.getTypeMap());

  function namesWithin(condition: string): ReadonlySet<string> {
    const type = schema.getType(condition);
    if (!isAbstractType(type)) return new Set([condition]);
    const { interfaces, objects } = isInterfaceType(type)
      ? schema.getImplementations(type)
      : { interfaces: [], objects: type.getTypes() };
    return new Set([condition, ...interfaces.map(({ name }) => name), ...objects.map(({ name }) => name)]);
  }

  return {
    withinCondition(condition) {
      const found = known.get(condition) ?? namesWithin(condition);
      known.set(condition, found);
      return found;
    },
    inRoom: (room) => new Set([...(supergraph.subgraphs().get(room)?.schema.types() ?? [])].map(({ name }) => name)),
    interfaces: new Set(all.filter(isInterfaceType).map(({ name }) => name)),
  };
}
