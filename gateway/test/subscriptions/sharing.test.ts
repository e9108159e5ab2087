import { startTestEdge, type TestEdge } from '../edge';
import { bearer, rawSocket, STARS } from './live';
import { settled, until } from './until';

let edge: TestEdge;
beforeAll(async () => void (edge = await startTestEdge()));
afterAll(() => edge.stop());

async function introduced(payload: object = {}) {
  const client = await rawSocket(edge);
  await client.introduce(payload);
  return client;
}

const FEDERATED = 'subscription ($id: ID!) { reviewed(bookId: $id) { stars book { title } } }';

it('given many clients of equal rights, then one upstream, each event is executed once, and all get it', async () => {
  const clients = await Promise.all(Array.from({ length: 20 }, () => introduced()));
  const open = edge.live.open;
  for (const client of clients) client.subscribe('a', '2', FEDERATED);
  await until(() => edge.listeners('2') === 1);
  await settled();
  const asked = edge.seen.length;
  edge.review('2', 4);
  await until(() => clients.every(({ heard }) => heard('next').length === 1));
  expect([edge.live.open - open, edge.listeners('2'), edge.seen.length - asked]).toEqual([1, 1, 1]);
  const event = { id: 'a', type: 'next', payload: { data: { reviewed: { stars: 4, book: { title: 'Stoa' } } } } };
  for (const { heard } of clients) expect(heard('next')).toEqual([event]);
  for (const { socket } of clients) socket.terminate();
  await until(() => edge.live.open === open);
});

it('given the same socket twice, then each subscription gets each event by its own id', async () => {
  const open = edge.live.open;
  const client = await introduced();
  client.subscribe('one', '1');
  client.subscribe('"two"', '1');
  await until(() => edge.listeners('1') === 1);
  await settled();
  edge.review('1', 3);
  await until(() => client.heard('next').length === 2);
  expect(client.heard('next')).toEqual([
    { id: 'one', type: 'next', payload: { data: { reviewed: { stars: 3 } } } },
    { id: '"two"', type: 'next', payload: { data: { reviewed: { stars: 3 } } } },
  ]);
  client.send({ type: 'complete', id: 'one' });
  await settled();
  edge.review('1', 2);
  await until(() => client.heard('next').length === 3);
  expect(client.heard('next').at(-1)).toMatchObject({ id: '"two"' });
  client.socket.terminate();
  await until(() => edge.live.open === open);
});

it.each([
  ['another user', async () => bearer(await edge.token({ sub: 'usr_other' })), 'x', STARS],
  ['another role', async () => bearer(await edge.token({ roles: ['STAFF'] })), 'x', STARS],
  ['another tenant', async () => ({ 'agora-tenant': 'other' }), 'x', STARS],
  ['another currency', async () => ({ 'agora-currency': 'EUR' }), 'x', STARS],
  ['another text', async () => ({}), 'x', `${STARS} `],
  ['other variables', async () => ({}), 'y', STARS],
])('given %s, then another upstream', async (_what, payload, bookId, query) => {
  const open = edge.live.open;
  const [one, other] = [await introduced(), await introduced(await payload())];
  one.subscribe('a', 'x');
  other.subscribe('a', bookId, query);
  await until(() => edge.live.open === open + 2);
  for (const { socket } of [one, other]) socket.terminate();
  await until(() => edge.live.open === open);
});

it('given variables in another order and one that nobody declared, then the same upstream', async () => {
  const open = edge.live.open;
  const client = await introduced();
  const query = 'subscription ($id: ID!, $no: Boolean = false) { reviewed(bookId: $id) { stars @skip(if: $no) } }';
  for (const [id, variables] of [
    { id: 'o', no: false },
    { no: false, id: 'o', more: 1 },
  ].entries())
    client.send({ type: 'subscribe', id: String(id), payload: { query, variables } });
  await until(() => edge.live.open === open + 1);
  await settled();
  edge.review('o', 5);
  await until(() => client.heard('next').length === 2);
  expect(edge.live.open).toBe(open + 1);
  client.socket.terminate();
  await until(() => edge.live.open === open);
});

it('given a refusal, then each is told, and nothing is shared with who comes next', async () => {
  const client = await introduced();
  for (const id of ['1', '2']) client.subscribe(id, 'forbidden');
  await until(() => client.heard('complete').length === 2);
  expect(client.heard('next').map(({ payload }) => payload)).toEqual(
    [1, 2].map(() => ({ errors: [expect.objectContaining({ message: 'Not for a guest.' })] })),
  );
  client.socket.terminate();
});

it('given graphql-ws, SSE and parts of an answer, then they share one upstream', async () => {
  const open = edge.live.open;
  const client = await introduced();
  client.subscribe('a', 'every');
  const body = JSON.stringify({ query: STARS, variables: { id: 'every' } });
  const headers = (accept: string) => ({ accept, 'content-type': 'application/json' });
  const parts = 'multipart/mixed;subscriptionSpec="1.0", application/json';
  const streams = await Promise.all([
    fetch(`${edge.url}/graphql/stream`, { method: 'POST', body, headers: headers('text/event-stream') }),
    fetch(`${edge.url}/graphql`, { method: 'POST', body, headers: headers(parts) }),
  ]);
  await until(() => edge.live.open > open);
  await settled();
  edge.review('every', 5);
  await until(() => client.heard('next').length === 1);
  expect(edge.live.open).toBe(open + 1);
  client.socket.terminate();
  for (const { body: stream } of streams) await stream?.cancel();
  await until(() => edge.live.open === open);
});
