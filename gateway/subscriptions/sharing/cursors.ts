import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
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
    const inner = each.kind === Kind.INLINE_FRAGMENT ? each : fragment(each.name.value, document);
    const found = inner && rootField(inner.selectionSet, document);
    if (found) return found;
  }
  return undefined;
}

const fragment = (name: string, { definitions }: DocumentNode) =>
  definitions.find((each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name) as
    FragmentDefinitionNode | undefined;

/** The cursor argument of a subscription's field, and what is written for it. */
export function cursorOf({ schema, document, definition }: Omit<Asked, 'variables'>) {
  const field = rootField(definition.selectionSet, document);
  const declared = field && schema.getSubscriptionType()?.getFields()[field.name.value]?.args;
  const argument = declared?.find(({ name }) => CURSORS.includes(name));
  if (!field || !argument) return undefined;
  const { value } = field.arguments?.find(({ name }) => name.value === argument.name) ?? {};
  return { field, argument, value };
}

function isGiven(value: ValueNode | undefined, { definition, variables }: Asked): boolean {
  if (value?.kind !== Kind.VARIABLE) return value !== undefined && value.kind !== Kind.NULL;
  const name = value.name.value;
  if (variables[name] !== undefined) return variables[name] !== null;
  const fallback = definition.variableDefinitions?.find((each) => each.variable.name.value === name)?.defaultValue;
  return fallback !== undefined && fallback.kind !== Kind.NULL;
}

export function beginningOf(asked: Asked): Beginning {
  const cursor = cursorOf(asked);
  if (!cursor) return 'unknown';
  return isGiven(cursor.value, asked) ? 'at-cursor' : 'now';
}
