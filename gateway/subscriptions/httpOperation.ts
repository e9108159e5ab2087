import type { FastifyRequest } from 'fastify';
import { getOperationAST } from 'graphql';
import { invalidInput } from '../../platform/kernel/errors';
import type { RequestContext } from '../context';
import type { OperationRequest, Operations } from '../operations';
import { withStatus, type Mask } from '../protection/errors';
import type { LiveOptions } from './session';

/** What a client writes into the body or the address. */
export type Parameters = {
  readonly query?: unknown;
  readonly operationName?: string | null;
  readonly variables?: Record<string, unknown> | null;
  readonly extensions?: unknown;
};

/** An operation over HTTP with everything that running it takes. */
export type HttpOperation = {
  readonly operations: Operations;
  readonly request: OperationRequest;
  readonly context: RequestContext;
};

/** @throws what the operation is refused with before it runs */
export async function readHttp(
  { headers, id, trace }: FastifyRequest,
  { query: given, extensions, operationName, variables }: Parameters,
  { current, settle, resolve }: LiveOptions,
): Promise<HttpOperation> {
  const context = await settle(headers, id, trace);
  const source = (await resolve({ query: given, extensions })) ?? '';
  const { operations, read } = current();
  const document = read(source, trace);
  const definition = getOperationAST(document, operationName);
  if (!definition) throw invalidInput('Name the operation to run.');
  return { operations, context, request: { source, document, definition, variables } };
}

/** An answer without a stream: why there is none. */
export type Refusal = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export function refusalOf(error: unknown, { id, trace }: FastifyRequest, mask: Mask): Refusal {
  const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
  const masked = mask(errors, id).map(withStatus);
  for (const { extensions } of masked) trace.codes.add(String(extensions.code));
  const [{ status, headers: more } = { status: 400, headers: new Map<string, string>() }] = masked.map(
    ({ extensions }) => extensions.http as { status: number; headers: Map<string, string> },
  );
  const shown = masked.map((each) => ({ ...each.toJSON(), extensions: { ...each.extensions, http: undefined } }));
  const headers = { 'content-type': 'application/json; charset=utf-8', ...Object.fromEntries(more) };
  return { status, headers, body: JSON.stringify({ errors: shown }) };
}
