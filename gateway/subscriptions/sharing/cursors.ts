import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * How a subscription begins, as far as its field tells. What has a cursor argument (`after` or `cursor`) begins behind the
 * cursor, or without one with what happens next; all else begins as its room likes, perhaps with the state of things.
 */
export type Beginning = 'at-cursor' | 'now' | 'unknown';

const CURSORS = ['after', 'cursor'];

type Asked = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** A subscription has one field at its root, perhaps in a fragment. (GraphQL, section 5.2.4.1) */
function rootField({ selections }: SelectionSetNode, document: DocumentNode): FieldNode | undefined {
  for (const each of selections) {
    if (each.kind === Kind.FIELD) return each;
    const name = each.kind === Kind.FRAGMENT_SPREAD ? each.name.value : undefined;
    const inner = name
      ? document.definitions.find((other) => other.kind === Kind.FRAGMENT_DEFINITION && other.name.value === name)
      : each;
    const found = inner && 'selectionSet' in inner && rootField(inner.selectionSet as SelectionSetNode, document);
    if (found) return found;
  }
  return undefined;
}

/** The cursor argument of a subscription, and whether it is given. */
export function cursorOf({ schema, document, definition, variables }: Asked) {
  const field = rootField(definition.selectionSet, document);
  const declared = field && schema.getSubscriptionType()?.getFields()[field.name.value]?.args;
  const argument = declared?.find(({ name }) => CURSORS.includes(name));
  if (!field || !argument) return undefined;
  const value = field.arguments?.find(({ name }) => name.value === argument.name)?.value;
  const variable = value?.kind === Kind.VARIABLE ? value.name.value : undefined;
  const fallback = definition.variableDefinitions?.find((each) => each.variable.name.value === variable)?.defaultValue;
  const given = variable !== undefined && variables[variable] !== undefined ? variables[variable] : (fallback ?? value);
  const isLiteral = given === fallback || given === value;
  const isNull = given == null || (isLiteral && (given as { kind?: Kind }).kind === Kind.NULL);
  const isGiven = !isNull && !(isLiteral && (given as { kind?: Kind }).kind === Kind.VARIABLE);
  return { field, variable, isGiven };
}

export function beginningOf(asked: Asked): Beginning {
  const cursor = cursorOf(asked);
  if (!cursor) return 'unknown';
  return cursor.isGiven ? 'at-cursor' : 'now';
}
