import { startTestEdge, type TestEdge } from '../edge';
import { partsOf } from '../parts';
import { bearer, STARS } from './live';
import { settled, until } from './until';

let edge: TestEdge;
beforeAll(async () => void (edge = await startTestEdge()));
afterAll(() => edge.stop());

const ACCEPT = 'multipart/mixed;subscriptionSpec="1.0", application/json';

const ask = (body: object, headers: Record<string, string> = {}) =>
  fetch(`${edge.url}/graphql`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { accept: ACCEPT, 'content-type': 'application/json', ...headers },
  });

it('answers in parts: a beat at once, then each event in an envelope, and the end', async () => {
  const open = edge.live.open;
  const response = await ask({ query: STARS, variables: { id: '1' } });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('multipart/mixed;boundary="graphql";subscriptionSpec=1.0');
  const stream = partsOf(response);
  expect((await stream.next()).value).toEqual({});
  await until(() => edge.live.open > open);
  await settled();
  edge.review('1', 4);
  expect((await stream.next()).value).toEqual({ payload: { data: { reviewed: { stars: 4 } } } });
  edge.edge.endLive();
  expect(await stream.next()).toEqual({ done: true, value: '--\r\n' });
});

it('given a client that leaves, then the room is left', async () => {
  const open = edge.live.open;
  const response = await ask({ query: STARS, variables: { id: '1' } });
  await until(() => edge.live.open === open + 1);
  await response.body?.cancel();
  await until(() => edge.live.open === open);
});

it('given a token that expires, then the answer ends', async () => {
  const headers = bearer(await edge.token({ exp: Math.floor(Date.now() / 1000) + 3 }));
  const response = await ask({ query: STARS, variables: { id: '1' } }, headers);
  expect((await response.text()).endsWith('--graphql--\r\n')).toBe(true);
});

it.each([
  ['a refused subscription', { query: STARS, variables: { id: 'forbidden' } }, 403, 'FORBIDDEN'],
  ['a document that does not fit', { query: 'subscription { nothing }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['a variable that is missing', { query: STARS }, 400, 'INVALID_INPUT'],
  ['no body to speak of', {}, 400, 'GRAPHQL_PARSE_FAILED'],
])('given %s, then a plain answer that says so', async (_what, body, status, code) => {
  const response = await ask(body);
  expect([response.status, ((await response.json()) as { errors: unknown[] }).errors]).toEqual([
    status,
    [expect.objectContaining({ extensions: expect.objectContaining({ code }) })],
  ]);
});

it('given a query, then it is answered as always', async () => {
  const response = await ask({ query: '{ __typename }' });
  expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
});
