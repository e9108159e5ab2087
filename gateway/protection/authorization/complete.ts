import {
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  getNamedType,
  isCompositeType,
  Kind,
  type ExecutionResult,
  type GraphQLCompositeType,
  type GraphQLError,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { FinishParts } from '../admission';
import type { Filtered, Removed } from './filter';

/** Makes the error of one removed field. */
export type Refuse = (path: readonly (string | number)[]) => GraphQLError;
type Path = readonly (string | number)[];

/** Where in an answer marks can stand, and of what type what lies above them is. */
type Shape = Map<string, { readonly type: GraphQLOutputType; readonly below: Shape }>;

// A long list with a removed field in each entry needs no error for every one of them.
const MAX_ERRORS = 100;

function shapeOf(
  schema: GraphQLSchema,
  { selections }: SelectionSetNode,
  parent: GraphQLCompositeType,
  into: Shape = new Map(),
): Shape {
  for (const each of selections) {
    if (each.kind === Kind.FRAGMENT_SPREAD) continue;
    if (each.kind === Kind.INLINE_FRAGMENT) {
      const named = each.typeCondition && schema.getType(each.typeCondition.name.value);
      shapeOf(schema, each.selectionSet, isCompositeType(named) ? named : parent, into);
      continue;
    }
    const type = isUnionType(parent) ? undefined : parent.getFields()[each.name.value]?.type;
    const inner = type && getNamedType(type);
    if (!type || !each.selectionSet || !isCompositeType(inner)) continue;
    const name = (each.alias ?? each.name).value;
    const known = into.get(name) ?? { type, below: new Map() };
    into.set(name, known);
    shapeOf(schema, each.selectionSet, inner, known.below);
  }
  return into;
}

/** The shape of what stands at a place in the answer. */
const shapeAt = (shape: Shape, path: Path): Shape =>
  path.reduce<Shape>((each, key) => (typeof key === 'number' ? each : (each.get(key)?.below ?? each)), shape);

const begins = (path: Path, beginning: Path): boolean => beginning.every((key, at) => path[at] === key);

/** What is heard while objects are completed. */
type Heard = { removed(path: Path): void; lost(path: Path): void };
type CompleteObject = (value: unknown, below: Shape, path: Path) => Record<string, unknown> | null;

function objectCompleter(
  removed: Filtered['removed'],
  mayBeNull: (typeName: unknown, field: Removed) => boolean,
  heard: Heard,
): CompleteObject {
  function completed(value: unknown, type: GraphQLOutputType, below: Shape, path: Path): unknown {
    const nullable = getNullableType(type);
    if (value === null) return null;
    const whole = isListType(nullable) ? list(value, nullable.ofType, below, path) : object(value, below, path);
    if (whole === null) heard.lost(path);
    return whole;
  }

  function list(value: unknown, type: GraphQLOutputType, below: Shape, path: Path): unknown {
    const items = (value as unknown[]).map((item, index) => completed(item, type, below, [...path, index]));
    return isNonNullType(type) && items.includes(null) ? null : items;
  }

  function object(value: unknown, below: Shape, path: Path): Record<string, unknown> | null {
    const whole: Record<string, unknown> = {};
    let stands = true;
    for (const [name, each] of Object.entries(value as Record<string, unknown>)) {
      const gone = removed.get(name);
      const inside = below.get(name);
      if (gone) {
        heard.removed([...path, gone.responseName]);
        whole[gone.responseName] = null;
        stands &&= mayBeNull(each, gone);
      } else {
        whole[name] = inside ? completed(each, inside.type, inside.below, [...path, name]) : each;
        stands &&= !(inside && whole[name] === null && isNonNullType(inside.type));
      }
    }
    return stands ? whole : null;
  }
  return object;
}

/** Puts null and an error where fields were taken out, and lets null rise where it may not stand. (GraphQL, section 6.4.4) */
export function completer(schema: GraphQLSchema, { definition, removed }: Filtered) {
  const root = schema.getRootType(definition.operation);
  const shape = root ? shapeOf(schema, definition.selectionSet, root) : new Map();

  const mayBeNull = (typeName: unknown, { field }: Removed): boolean => {
    const type = schema.getType(String(typeName));
    return !isObjectType(type) || !isNonNullType(type.getFields()[field]?.type);
  };

  return function complete(refuse: Refuse): FinishParts {
    /** Where null stands now: nothing more can come there. */
    const lost: Path[] = [];
    let refused: GraphQLError[] = [];
    const object = objectCompleter(removed, mayBeNull, {
      removed: (path) => void (refused.length < MAX_ERRORS && refused.push(refuse(path))),
      lost: (path) => void lost.push(path),
    });

    function finished<Result extends ExecutionResult>(result: Result, below: Shape, path: Path): Result {
      if (!result.data) return result;
      refused = [];
      const data = object(result.data, below, path);
      return { ...result, data, ...(refused.length > 0 && { errors: [...(result.errors ?? []), ...refused] }) };
    }

    return {
      first(result) {
        const whole = finished(result, shape, []);
        if (whole.data === null) lost.push([]);
        return whole;
      },
      later: (part) => ({
        ...part,
        incremental: part.incremental
          ?.filter(({ path }) => !lost.some((each) => begins(path, each)))
          .map((each) => finished(each, shapeAt(shape, each.path), each.path)),
      }),
    };
  };
}
