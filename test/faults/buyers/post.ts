import type { HttpAnswer, Caller } from '../../story/agora';

/** Sends an operation by POST, as a client does. @throws what the network throws, or the signal */
export async function post(
  gateway: string,
  query: string,
  variables: object,
  { token, headers }: Caller = {},
  signal?: AbortSignal,
): Promise<HttpAnswer> {
  const response = await fetch(`${gateway}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
    signal,
  });
  const { data, errors } = (await response.json()) as Pick<HttpAnswer, 'data' | 'errors'>;
  return { status: response.status, headers: response.headers, data, errors };
}
