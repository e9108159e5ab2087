import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print, type DocumentNode, type ExecutionResult } from 'graphql';
import type { Envelope } from '../identity/envelope';
import { AgoraError, ERROR_CODES, unavailable, type ErrorCode } from '../kernel/errors';
import type { Rooms } from './transport';

const printed = new WeakMap<DocumentNode, string>();

/** The text of an operation that codegen gave as a tree: printed once. */
function textOf(document: DocumentNode): string {
  const text = printed.get(document) ?? print(document);
  printed.set(document, text);
  return text;
}

function unwrap<Data>(room: string, result: ExecutionResult): Data {
  const [error] = result.errors ?? [];
  if (!error) return result.data as Data;
  const code = error.extensions?.code;
  if (typeof code === 'string' && code in ERROR_CODES && code !== 'INTERNAL')
    throw new AgoraError(code as ErrorCode, error.message);
  throw unavailable(`The room ${room} could not do its part.`);
}

/** Sends an operation to another room. @throws AgoraError with the code of its error, if that is one for others */
export async function callRoom<Data, Variables>(
  rooms: Rooms,
  room: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  envelope: Envelope,
): Promise<Data> {
  const query = textOf(document);
  return unwrap(room, await rooms(room).execute({ query, document, variables: variables as never, envelope }));
}
