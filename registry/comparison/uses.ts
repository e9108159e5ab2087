import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  Kind,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
  type ASTVisitor,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';

/**
 * What is used of a schema: coordinates, names of types, `@name` for directives, and `Type.field(argument:) omitted` where an
 * argument's default holds.
 */
export type Uses = ReadonlySet<string>;

export const omitted = (argument: string): string => `${argument} omitted`;

/** All that a value of an input type may hold: what a variable's value will be, nobody knows. */
export function addInput(type: GraphQLType, uses: Set<string>): void {
  const named = getNamedType(type);
  if (isEnumType(named)) for (const { name } of named.getValues()) uses.add(`${named.name}.${name}`);
  if (uses.has(named.name)) return;
  uses.add(named.name);
  if (!isInputObjectType(named)) return;
  for (const field of Object.values(named.getFields())) {
    uses.add(`${named.name}.${field.name}`);
    addInput(field.type, uses);
  }
}

/** What comes back: of an enum it may be any value. */
export function addOutput(type: GraphQLType, uses: Set<string>): void {
  const named = getNamedType(type);
  uses.add(named.name);
  if (isEnumType(named)) for (const { name } of named.getValues()) uses.add(`${named.name}.${name}`);
}

function collector(schema: GraphQLSchema, info: TypeInfo, uses: Set<string>): ASTVisitor {
  const inputName = (type: GraphQLInputType | null | undefined) => type && getNamedType(type).name;
  return {
    OperationDefinition({ operation }) {
      const root = schema.getRootType(operation);
      if (root) uses.add(root.name);
    },
    Field({ arguments: given = [] }) {
      const [parent, field] = [info.getParentType(), info.getFieldDef()];
      if (!parent || !field || field.name.startsWith('__')) return;
      const coordinate = `${parent.name}.${field.name}`;
      uses.add(parent.name).add(coordinate);
      addOutput(field.type, uses);
      for (const { name } of field.args)
        if (!given.some((each) => each.name.value === name)) uses.add(omitted(`${coordinate}(${name}:)`));
    },
    Argument({ name }) {
      const [parent, field, directive] = [info.getParentType(), info.getFieldDef(), info.getDirective()];
      if (directive) uses.add(`@${directive.name}(${name.value}:)`);
      else if (parent && field) uses.add(`${parent.name}.${field.name}(${name.value}:)`);
      const type = inputName(info.getInputType());
      if (type) uses.add(type);
    },
    ObjectField({ name }) {
      const parent = inputName(info.getParentInputType());
      const type = inputName(info.getInputType());
      if (parent) uses.add(`${parent}.${name.value}`);
      if (type) uses.add(type);
    },
    EnumValue({ value }) {
      const type = inputName(info.getInputType());
      if (type) uses.add(`${type}.${value}`);
    },
    VariableDefinition({ type }) {
      const known = typeFromAST(schema, type);
      if (known) addInput(known, uses);
    },
    NamedType: ({ name }) => void uses.add(name.value),
    Directive: ({ name }) => void uses.add(`@${name.value}`),
  };
}

/** What an operation and its fragments use of a schema. What the schema does not know is left out. */
export function usesOf(schema: GraphQLSchema, document: DocumentNode): Uses {
  const uses = new Set<string>();
  const info = new TypeInfo(schema);
  visit(document, visitWithTypeInfo(info, collector(schema, info, uses)));
  return uses;
}

/** Whether a document holds an operation at all. */
export const hasOperation = ({ definitions }: DocumentNode): boolean =>
  definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION);
