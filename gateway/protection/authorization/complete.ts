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

/** Puts null and an error where fields were taken out, and lets null rise where it may not stand. (GraphQL, section 6.4.4) */
export function completer(schema: GraphQLSchema, { definition, removed }: Filtered) {
  const root = schema.getRootType(definition.operation);
  const shape = root ? shapeOf(schema, definition.selectionSet, root) : new Map();

  const mayBeNull = (typeName: unknown, { field }: Removed): boolean => {
    const type = schema.getType(String(typeName));
    return !isObjectType(type) || !isNonNullType(type.getFields()[field]?.type);
  };

  return function complete(result: ExecutionResult, refuse: Refuse): ExecutionResult {
    const errors: GraphQLError[] = [];
    const report = (path: Path) => void (errors.length < MAX_ERRORS && errors.push(refuse(path)));

    function completed(value: unknown, type: GraphQLOutputType, below: Shape, path: Path): unknown {
      const nullable = getNullableType(type);
      if (value === null) return null;
      return isListType(nullable) ? list(value, nullable.ofType, below, path) : object(value, below, path);
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
          report([...path, gone.responseName]);
          whole[gone.responseName] = null;
          stands &&= mayBeNull(each, gone);
        } else {
          whole[name] = inside ? completed(each, inside.type, inside.below, [...path, name]) : each;
          stands &&= !(inside && whole[name] === null && isNonNullType(inside.type));
        }
      }
      return stands ? whole : null;
    }

    if (!result.data) return result;
    const data = object(result.data, shape, []);
    return errors.length > 0 ? { ...result, data, errors: [...(result.errors ?? []), ...errors] } : { ...result, data };
  };
}
