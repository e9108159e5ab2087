import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

export type RootField = {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly name: string;
  readonly args: readonly GraphQLArgument[];
  /** An operation that asks for nearly all that the field can answer; its arguments are its variables. */
  readonly text: string;
};

const DEPTH = 3;

/** Required arguments of fields below the root. */
const INNER: Record<string, string> = {
  first: '3',
  countryCode: '"US"',
  postalCode: '"94103"',
  destination: '{ recipient: "A", line1: "1", city: "C", postalCode: "94103", countryCode: "US" }',
};

function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named) && !isInterfaceType(named)) return '';
  const fields = Object.values(named.getFields()).flatMap((field) => selectField(field, depth));
  return `{ __typename ${fields.join(' ')} }`;
}

function selectField(field: GraphQLField<unknown, unknown>, depth: number): string[] {
  const named = getNamedType(field.type);
  const isLeaf = !isObjectType(named) && !isInterfaceType(named);
  // Edges say again what nodes say.
  if ((!isLeaf && depth === 0) || field.name === 'edges') return [];
  const required = field.args.filter(isRequiredArgument);
  if (required.some(({ name }) => !(name in INNER))) return [];
  const given = required.map(({ name }) => `${name}: ${INNER[name]}`);
  return [`${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''} ${selectionOf(field.type, depth - 1)}`];
}

function rootField(kind: RootField['kind'], { name, args, type }: GraphQLField<unknown, unknown>): RootField {
  const variables = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const inParentheses = (text: string) => (text === '' ? '' : `(${text})`);
  const text = `${kind} ${name}${inParentheses(variables)} { ${name}${inParentheses(given)} ${selectionOf(type, DEPTH)} }`;
  return { kind, name, args, text };
}

/** Every root field of the graph. */
export function rootFields(schema: GraphQLSchema): RootField[] {
  const of = (kind: RootField['kind'], type: GraphQLObjectType | null | undefined) =>
    Object.values(type?.getFields() ?? {}).map((field) => rootField(kind, field));
  return [
    ...of('query', schema.getQueryType()),
    ...of('mutation', schema.getMutationType()),
    ...of('subscription', schema.getSubscriptionType()),
  ];
}

/** A place in the variables of an operation where a value stands. */
export type Place = { readonly path: readonly (string | number)[]; readonly type: GraphQLInputType };

/** All places below one, itself included: of a list its first item, of an input object each field. */
export function placesIn(path: Place['path'], type: GraphQLInputType): Place[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [{ path, type }, ...placesIn([...path, 0], nullable.ofType)];
  if (!isInputObjectType(nullable)) return [{ path, type }];
  const inner = Object.values(nullable.getFields()).flatMap((field) => placesIn([...path, field.name], field.type));
  return [{ path, type }, ...inner];
}
