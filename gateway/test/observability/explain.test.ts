import type { Explanation } from '../../observability/explain/explain';
import { startTestEdge, type TestEdge } from '../edge';
import { bearer } from '../subscriptions/live';
import { settled, until } from '../subscriptions/until';

let edge: TestEdge;
let staff: Record<string, string>;
beforeAll(async () => {
  edge = await startTestEdge();
  staff = { ...bearer(await edge.token({ roles: ['BUYER', 'STAFF'] })), 'agora-explain': 'on' };
});
afterAll(() => edge.stop());

const BOOK = 'query Book($id: ID!) { book(id: $id) { title stars } }';

async function explained(query: string, headers = staff, variables: object = { id: '1' }) {
  const { status, body } = await edge.query(query, headers, variables);
  return { status, body, explain: body.extensions?.explain as Explanation | undefined };
}

describe('how an answer came about', () => {
  it.each([1, 2])('given staff who ask, then plan and fetches are told (time %d)', async () => {
    const { body, explain } = await explained(BOOK);
    expect(body.data).toEqual({ book: { title: 'The Agora', stars: 5 } });
    expect(explain?.plan).toMatch(/^QueryPlan \{\s+Sequence \{\s+Fetch\(service: "catalog"\)/);
    const fetch = { startedAt: expect.any(Number), milliseconds: expect.any(Number), statements: null, outcome: 'ok' };
    expect(explain?.fetches).toEqual([
      { ...fetch, room: 'catalog', operation: 'Book__catalog__0', entities: null, bytes: expect.any(Number) },
      {
        ...fetch,
        room: 'reviews',
        operation: 'Book__reviews__1',
        entities: 1,
        bytes: '{"data":{"_entities":[{"stars":5}]}}'.length,
      },
    ]);
    expect(explain?.cost).toEqual({ requested: 1, actual: 1, throttle: null });
  });

  it('tells the cost by itself only where that is asked for, too', async () => {
    expect(Object.keys((await explained(BOOK)).body.extensions ?? {})).toEqual(['explain']);
    const both = await explained(BOOK, { ...staff, 'agora-cost': 'on' });
    expect(both.body.extensions?.cost).toEqual(both.explain?.cost);
  });

  it('tells no value of a variable', async () => {
    const { explain } = await explained(BOOK, staff, { id: 'very-secret' });
    expect(explain?.fetches).toHaveLength(1);
    expect(JSON.stringify(explain)).not.toContain('very-secret');
  });

  it('given a mutation, or a fetch with errors, then it is told as well', async () => {
    const renamed = await explained('mutation { rename(id: "1", title: "x") { title } }');
    expect(renamed.explain?.fetches).toMatchObject([{ room: 'catalog', outcome: 'ok' }]);
    const broken = await explained('{ book(id: "1") { broken } }');
    expect(broken.explain?.fetches).toMatchObject([{ room: 'catalog', outcome: 'errors' }]);
    expect(broken.status).toBe(200);
  });

  it('given an operation that is refused, then it is refused as ever', async () => {
    expect(await explained('{ nothing }')).toMatchObject({ status: 400, explain: undefined });
    expect(await explained(BOOK, staff, {})).toMatchObject({ status: 400, explain: undefined });
  });

  it('given a query over WebSocket, then it is told; given a subscription, then not', async () => {
    const client = edge.socket(staff);
    const { value } = await client.iterate({ query: BOOK, variables: { id: '1' } }).next();
    expect((value as { extensions: { explain: Explanation } }).extensions.explain.fetches).toHaveLength(2);
    const stream = client.iterate({ query: 'subscription { reviewed(bookId: "told") { stars } }' });
    const first = stream.next();
    await until(() => edge.listeners('told') === 1);
    edge.review('told', 4);
    expect((await first).value).toEqual({ data: { reviewed: { stars: 4 } } });
  });
});

describe('who may not be told', () => {
  it.each([
    ['a guest', async () => ({})],
    ['a buyer', async () => bearer(await edge.token())],
  ])('given %s who asks, then the answer is as ever', async (_who, credentials) => {
    const { status, body } = await explained(BOOK, { ...(await credentials()), 'agora-explain': 'on' });
    expect([status, body]).toEqual([200, { data: { book: { title: 'The Agora', stars: 5 } } }]);
  });

  it('given staff who do not ask, then the answer is as ever', async () => {
    expect((await explained(BOOK, { ...staff, 'agora-explain': 'off' })).body.extensions).toBeUndefined();
  });
});

it('given equal queries at the same time, then what is explained is executed alone', async () => {
  const before = edge.seen.length;
  const { 'agora-explain': _asked, ...plain } = staff;
  const waiting = [edge.query('{ slow }', plain), edge.query('{ slow }', plain)];
  await until(() => edge.seen.length === before + 1);
  const told = [explained('{ slow }'), explained('{ slow }')];
  await until(() => edge.seen.length === before + 3);
  await settled();
  edge.release();
  for (const { body } of await Promise.all(waiting)) expect(body).toEqual({ data: { slow: 'at last' } });
  for (const { explain } of await Promise.all(told)) expect(explain?.fetches).toHaveLength(1);
});
