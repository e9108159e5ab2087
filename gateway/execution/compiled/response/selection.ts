import {
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';
import { collectDeferred, collectFields, dependsOnType, type Collector, type ObjectType } from './collectFields';
import { labelOf } from '../deferring/deferrals';
import { anything, leafOf, type Leaf } from './leaves';
import type { Names } from '../planning/names';

/** What a value of the response must be: a leaf, an object or a list, and whether it may be null. */
export type Value = {
  readonly nonNull: boolean;
  /** `Product.name`, for messages. */
  readonly label: string;
  readonly leaf?: Leaf;
  readonly selection?: Selection;
  readonly item?: Value;
  /** What no room is asked for. */
  readonly introspection?: boolean;
};

export type Field = {
  /** Its name in the response. */
  readonly key: string;
  /** Its name in what rooms answered. */
  readonly source: string;
  /** `"key":`, with the comma that it needs behind another field. */
  readonly prefix: string;
  /** The value of `__typename`, which is known with the type. */
  readonly constant?: string;
  readonly value: Value;
};

/** What a client wants of the objects at one place. */
export type Selection = {
  /** The fields for an object with that `__typename`, in their order; nothing when no such object may stand here. */
  fieldsOf(typename: unknown): readonly Field[] | undefined;
  /** What an object here may be called. */
  possibleTypes(): string[];
  /** What comes later of an object with that `__typename`; absent when nothing does. */
  readonly deferredOf?: (typename: unknown) => readonly Deferred[];
};

/** A deferred fragment, by its own label. */
export type Deferred = { readonly label: string; readonly selection: Selection };

export type SelectionCompiler = Collector & { readonly names: Names };

/** Compiles each type's fields when its first object comes. */
export function compileSelection(
  place: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  compiler: SelectionCompiler,
): Selection {
  const known = new Map<unknown, readonly Field[] | undefined>();
  // Where there is no choice, it does not matter what a room calls the type.
  const only = isObjectType(place) ? place.name : undefined;
  return {
    fieldsOf(typename) {
      const name = only ?? typename ?? place.name;
      const fields = known.get(name);
      if (fields || known.has(name)) return fields;
      const type = typeWithin(place, name, compiler);
      // What a fetch that failed was to tell of an object's type cannot be guessed.
      const isKnown = type && (isObjectType(type) || !dependsOnType(sets, type, compiler));
      const compiled = isKnown ? compileFields(type, sets, compiler) : undefined;
      // A name that is no type's is not kept: a room could answer any number of them.
      if (type) known.set(name, compiled);
      return compiled;
    },
    possibleTypes: () =>
      isAbstractType(place) ? compiler.schema.getPossibleTypes(place).map(({ name }) => name) : [place.name],
    deferredOf: compiler.defers ? compileDeferred(place, sets, compiler) : undefined,
  };
}

function compileDeferred(
  place: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  compiler: SelectionCompiler,
): Selection['deferredOf'] {
  const known = new Map<ObjectType, readonly Deferred[]>();
  return (typename) => {
    const type = typeWithin(place, isObjectType(place) ? place.name : (typename ?? place.name), compiler);
    const found = type && known.get(type);
    if (found || !type) return found ?? [];
    const deferred = collectDeferred(sets, type, compiler).map((fragment) => ({
      label: labelOf(fragment),
      selection: compileSelection(type, [fragment.selectionSet], compiler),
    }));
    known.set(type, deferred);
    return deferred;
  };
}

function typeWithin(place: GraphQLCompositeType, name: unknown, { schema }: SelectionCompiler): ObjectType | undefined {
  const type = typeof name === 'string' ? schema.getType(name) : undefined;
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  return type === place || (isAbstractType(place) && schema.isSubType(place, type)) ? type : undefined;
}

function compileFields(type: ObjectType, sets: readonly SelectionSetNode[], compiler: SelectionCompiler): Field[] {
  return [...collectFields(sets, type, compiler)].map(([key, nodes], index) => {
    const [node] = nodes as [FieldNode];
    const label = `${type.name}.${node.name.value}`;
    const prefix = `${index === 0 ? '' : ','}${JSON.stringify(key)}:`;
    const field = { key, source: compiler.names.inRooms(node), prefix };
    if (node.name.value === '__typename') {
      return { ...field, constant: type.name, value: { nonNull: true, label } };
    }
    const definition = type.getFields()[node.name.value];
    // Introspection is answered whole before. (introspection.ts)
    if (!definition) return { ...field, value: { nonNull: false, label, leaf: anything, introspection: true } };
    return { ...field, value: compileValue(definition.type, label, nodes, compiler) };
  });
}

function compileValue(
  type: GraphQLOutputType,
  label: string,
  nodes: readonly FieldNode[],
  compiler: SelectionCompiler,
): Value {
  if (isNonNullType(type)) return { ...compileValue(type.ofType, label, nodes, compiler), nonNull: true };
  if (isListType(type)) return { nonNull: false, label, item: compileValue(type.ofType, label, nodes, compiler) };
  if (isLeafType(type)) return { nonNull: false, label, leaf: leafOf(type) };
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  return { nonNull: false, label, selection: compileSelection(type, sets, compiler) };
}
