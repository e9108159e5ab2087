import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** Of what a variable may hold, anything may come: every field of an input, and of inputs in it, and every value of an enum. */
function addAllOf(type: GraphQLNamedType, found: Set<string>): void {
  if (isEnumType(type)) for (const { name } of type.getValues()) found.add(`${type.name}.${name}`);
  if (!isInputObjectType(type)) return;
  for (const field of Object.values(type.getFields())) {
    const coordinate = `${type.name}.${field.name}`;
    if (found.has(coordinate)) continue;
    found.add(coordinate);
    addAllOf(getNamedType(field.type), found);
  }
}

const nameOf = (type: GraphQLInputType | null | undefined): string | undefined =>
  type ? getNamedType(type).name : undefined;

/**
 * The elements of a schema that an operation uses, as coordinates: `Type.field`, `Type.field(argument:)`, `Input.field`,
 * `Enum.VALUE`. What the schema does not have is left out, and so is what GraphQL itself brings (`__typename`).
 * @param used a document, or one operation or fragment of it
 */
export function coordinatesOf(schema: GraphQLSchema, used: ASTNode): ReadonlySet<string> {
  const found = new Set<string>();
  const info = new TypeInfo(schema);
  const asked = (): string | undefined => {
    const [parent, field] = [info.getParentType(), info.getFieldDef()];
    if (!parent || !field || parent.name.startsWith('__') || field.name.startsWith('__')) return undefined;
    return `${parent.name}.${field.name}`;
  };
  visit(
    used,
    visitWithTypeInfo(info, {
      Field() {
        const field = asked();
        if (field !== undefined) found.add(field);
      },
      Argument() {
        const [field, argument] = [asked(), info.getArgument()];
        if (field !== undefined && argument && !info.getDirective()) found.add(`${field}(${argument.name}:)`);
      },
      ObjectField({ name }) {
        const input = nameOf(info.getParentInputType());
        if (input !== undefined && info.getInputType()) found.add(`${input}.${name.value}`);
      },
      EnumValue({ value }) {
        const type = info.getInputType();
        const named = type && getNamedType(type);
        if (named && isEnumType(named) && named.getValue(value)) found.add(`${named.name}.${value}`);
      },
      VariableDefinition() {
        const type = info.getInputType();
        if (type) addAllOf(getNamedType(type), found);
      },
    }),
  );
  return found;
}
