import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { coordinatesOf } from '../../platform/delivery/coordinates';

/**
 * What is used of a schema: coordinates, names of types, `@name` for directives, and `Type.field(argument:) omitted` where an
 * argument's default holds.
 */
export type Uses = ReadonlySet<string>;

export const omitted = (argument: string): string => `${argument} omitted`;

export function fieldAt(schema: GraphQLSchema, coordinate: string): GraphQLField<unknown, unknown> | undefined {
  const [typeName = '', name = ''] = coordinate.replace(/\(.*$/, '').split('.');
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** The coordinates, and the types that they are of and lead to. An enum that comes back may be any of its values. */
export function withTypes(schema: GraphQLSchema, coordinates: Iterable<string>): Set<string> {
  const given = [...coordinates];
  const uses = new Set(given);
  for (const coordinate of given) {
    const [typeName = '', name = ''] = coordinate.split('.');
    uses.add(typeName);
    const parent = schema.getType(typeName);
    const input = isInputObjectType(parent) ? parent.getFields()[name]?.type : undefined;
    const field = fieldAt(schema, coordinate);
    const argument = field?.args.find((each) => coordinate.endsWith(`(${each.name}:)`));
    const type = input ?? (coordinate.endsWith(')') ? argument?.type : field?.type);
    if (!type) continue;
    const named = getNamedType(type);
    uses.add(named.name);
    const comesBack = !input && !argument;
    if (comesBack && isEnumType(named)) for (const value of named.getValues()) uses.add(`${named.name}.${value.name}`);
  }
  return uses;
}

/** What an operation and its fragments use of a schema. What the schema does not know is left out. */
export function usesOf(schema: GraphQLSchema, document: DocumentNode): Uses {
  const uses = withTypes(schema, coordinatesOf(schema, document));
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field({ arguments: given = [] }) {
        const [parent, field] = [info.getParentType(), info.getFieldDef()];
        if (!parent || !field) return;
        for (const { name } of field.args)
          if (!given.some((each) => each.name.value === name))
            uses.add(omitted(`${parent.name}.${field.name}(${name}:)`));
      },
      // Of variables and of fragments.
      NamedType: ({ name }) => void uses.add(name.value),
      Directive: ({ name }) => void uses.add(`@${name.value}`),
    }),
  );
  return uses;
}
