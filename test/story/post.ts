import { randomUUID } from 'node:crypto';
import { print, type DocumentNode, type FormattedExecutionResult } from 'graphql';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever its operation selected
type Data = any;
export type HttpAnswer = { status: number; headers: Headers; data: Data; errors?: FormattedExecutionResult['errors'] };
export type Caller = { token?: string; headers?: Record<string, string> };

export const documentText = (operation: string | DocumentNode): string =>
  typeof operation === 'string' ? operation : print(operation);

export const credentials = ({ token, headers }: Caller) => ({
  ...(token !== undefined && { authorization: `Bearer ${token}` }),
  ...headers,
});

/** Sends an operation by POST, as a client does. @throws what the network throws, or the signal */
export async function post(
  gateway: string,
  operation: string | DocumentNode,
  variables: object,
  caller: Caller = {},
  signal?: AbortSignal,
): Promise<HttpAnswer> {
  const response = await fetch(`${gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': randomUUID(), ...credentials(caller) },
    body: JSON.stringify({ query: documentText(operation), variables }),
    signal,
  });
  const { data, errors } = (await response.json()) as FormattedExecutionResult<Data>;
  return { status: response.status, headers: response.headers, data, errors };
}
