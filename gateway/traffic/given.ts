import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  typeFromAST,
  valueFromAST,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/** Told of each element of the schema that values of variables name: which fields of an input are given, which enum values. */
export type Hear = (coordinate: string) => void;

/** Goes through a value. Never tells what it is, but for the name of an enum's value. */
type Walk = (value: unknown, hear: Hear) => void;

/** Goes through the variables of a request. */
export type WalkVariables = (variables: Readonly<Record<string, unknown>>, hear: Hear) => void;

type Field = { readonly coordinate: string; readonly walk: Walk | undefined };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Also of lists of such values, however deep. */
const each = (walk: Walk): Walk =>
  function eachOf(value, hear) {
    if (!Array.isArray(value)) return walk(value, hear);
    for (const item of value) eachOf(item, hear);
  };

/** How the input types of a schema are gone through, each worked out once. */
function walks() {
  const known = new Map<GraphQLNamedType, Walk | undefined>();

  function walkOf(type: GraphQLInputType): Walk | undefined {
    const named = getNamedType(type);
    if (known.has(named)) return known.get(named);
    if (isEnumType(named)) {
      const coordinates = new Map(named.getValues().map(({ name }) => [name, `${named.name}.${name}`]));
      const walk = each((value, hear) => {
        const coordinate = coordinates.get(value as string);
        if (coordinate !== undefined) hear(coordinate);
      });
      known.set(named, walk);
      return walk;
    }
    if (!isInputObjectType(named)) return undefined;
    const fields = new Map<string, Field>();
    const walk = each((value, hear) => {
      if (!isObject(value)) return;
      for (const name in value) {
        const field = fields.get(name);
        if (!field) continue;
        hear(field.coordinate);
        field.walk?.(value[name], hear);
      }
    });
    // Known before its fields are, since an input may hold another of its kind.
    known.set(named, walk);
    for (const field of Object.values(named.getFields()))
      fields.set(field.name, { coordinate: `${named.name}.${field.name}`, walk: walkOf(field.type) });
    return walk;
  }

  return walkOf;
}

const bySchema = new WeakMap<GraphQLSchema, ReturnType<typeof walks>>();

/** Undefined where no variable can name an element of the schema. */
export function walkOfVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): WalkVariables | undefined {
  const walkOf = bySchema.get(schema) ?? walks();
  bySchema.set(schema, walkOf);
  const walked = variableDefinitions.flatMap(({ variable, type: node, defaultValue }) => {
    const type = typeFromAST(schema, node) as GraphQLInputType | undefined;
    const walk = type && walkOf(type);
    if (!walk) return [];
    return [{ name: variable.name.value, walk, byDefault: defaultValue && valueFromAST(defaultValue, type) }];
  });
  if (walked.length === 0) return undefined;
  return (variables, hear) => {
    for (const { name, walk, byDefault } of walked) walk(name in variables ? variables[name] : byDefault, hear);
  };
}
