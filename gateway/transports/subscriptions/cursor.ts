import {
  astFromValue,
  getOperationAST,
  Kind,
  parse,
  print,
  visit,
  type ArgumentNode,
  type FieldNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { RoomRequest } from '../../../platform/subgraph/transport';
import { beginningOf, cursorOf } from '../../subscriptions/sharing/cursors';

/** How a subscription goes on behind the last cursor that it has told. */
export type Resumption = {
  /** The cursor of an event; undefined where it tells none. */
  cursorIn(data: unknown): unknown;
  after(cursor: unknown): RoomRequest;
};

const responseName = ({ alias, name }: FieldNode) => (alias ?? name).value;

/** What an event calls its cursor, if the operation asks for it. */
function cursorName({ selections }: SelectionSetNode): string | undefined {
  for (const each of selections) {
    if (each.kind === Kind.FIELD && each.name.value === 'cursor') return responseName(each);
    const inner = each.kind === Kind.INLINE_FRAGMENT ? cursorName(each.selectionSet) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

const valueAt = (object: unknown, name: string): unknown => (object as Record<string, unknown> | null)?.[name];

/** Answers nothing for a subscription without a cursor argument, or one that does not ask for the cursors of its events. */
export function resumptionOf(request: RoomRequest, schema: GraphQLSchema): Resumption | undefined {
  const document = request.document ?? parse(request.query);
  const definition = getOperationAST(document, request.operationName);
  const found = definition && cursorOf({ schema, document, definition });
  const name = found?.field.selectionSet && cursorName(found.field.selectionSet);
  if (!found || name === undefined) return undefined;
  const { field, argument, value } = found;

  function written(cursor: unknown): RoomRequest {
    const literal = astFromValue(cursor, argument.type);
    if (!literal) return request;
    const given = {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: argument.name },
      value: literal,
    } as ArgumentNode;
    const others = (field.arguments ?? []).filter((each) => each.name.value !== argument.name);
    const next = visit(document, {
      Field: (node) => (node === field ? { ...node, arguments: [...others, given] } : undefined),
    });
    return { ...request, document: next, query: print(next) };
  }
  return {
    cursorIn: (data) => valueAt(valueAt(data, responseName(field)), name) ?? undefined,
    after: (cursor) =>
      value?.kind === Kind.VARIABLE
        ? { ...request, variables: { ...request.variables, [value.name.value]: cursor } }
        : written(cursor),
  };
}

/** Whether it asks for what has happened since a cursor. */
export function beginsAtCursor(request: RoomRequest, schema: GraphQLSchema): boolean {
  const document = request.document ?? parse(request.query);
  const definition = getOperationAST(document, request.operationName);
  if (!definition) return false;
  return beginningOf({ schema, document, definition, variables: request.variables ?? {} }) === 'at-cursor';
}
