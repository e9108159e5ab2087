import {
  getOperationAST,
  Kind,
  OperationTypeNode,
  parse,
  type ArgumentNode,
  type FieldNode,
  type SelectionNode,
  type ValueNode,
} from 'graphql';
import type { RoomRequest } from '../../platform/subgraph/transport';

type Variables = RoomRequest['variables'];

const KEY = 'idempotencyKey';
const isKey = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** Whether a value is a key, or an input that holds one. */
function holdsKey(name: string, value: ValueNode, variables: Variables): boolean {
  if (value.kind === Kind.VARIABLE) {
    const given = variables?.[value.name.value];
    return isKey(name === KEY ? given : (given as Record<string, unknown> | null | undefined)?.[KEY]);
  }
  if (value.kind === Kind.STRING) return name === KEY && isKey(value.value);
  return value.kind === Kind.OBJECT && value.fields.some((field) => holdsKey(field.name.value, field.value, variables));
}

const hasKey = ({ arguments: given = [] }: FieldNode, variables: Variables): boolean =>
  given.some(({ name, value }: ArgumentNode) => holdsKey(name.value, value, variables));

const isKeyed = (selection: SelectionNode, variables: Variables): boolean =>
  selection.kind === Kind.FIELD && hasKey(selection, variables);

/**
 * Whether a request that may have been carried out may be sent again: a query, and a mutation each of whose fields carries an
 * idempotency key, by which its room knows it again. Only where the document is at hand, or for a request that failed: parsing each
 * would cost more than it spares.
 */
export function isRepeatable({ document, query, operationName, variables }: RoomRequest): boolean {
  const operation = getOperationAST(document ?? parse(query), operationName);
  if (operation?.operation === OperationTypeNode.QUERY) return true;
  if (operation?.operation !== OperationTypeNode.MUTATION) return false;
  return operation.selectionSet.selections.every((selection) => isKeyed(selection, variables));
}
