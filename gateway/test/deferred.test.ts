import { EventEmitter } from 'node:events';
import { parse } from 'graphql';
import type { Parts } from '../execution/executor';
import { answerDeferred } from '../http/deferred';
import { readCostLimits } from '../protection/demand/limits';
import { readManifest } from '../protection/persisted/manifest';
import { usualProtection } from '../protection/protection';
import { temporaryFile } from '../../test/story/files';
import { startTestEdge, type TestEdge } from './edge';
import { partsOf } from './parts';
import { until } from './subscriptions/until';

const ACCEPT = 'multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json;q=0.9';
const SLOW = 'query Slow { reviews { stars } ... @defer(label: "slow") { slow } }';
const STARS = '{ books { title ... @defer { stars } } }';

let edge: TestEdge;
beforeAll(async () => void (edge = await startTestEdge()));
afterAll(() => edge.stop());

const ask = (body: object, headers: Record<string, string> = {}, at = edge) =>
  fetch(`${at.url}/graphql`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { accept: ACCEPT, 'content-type': 'application/json', ...headers },
  });

async function all(response: Response): Promise<unknown[]> {
  const parts: unknown[] = [];
  for await (const each of partsOf(response)) parts.push(each);
  return parts;
}

describe('an answer in parts', () => {
  it('given a field that takes long, then the rest is there before it', async () => {
    const response = await ask({ query: SLOW });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('multipart/mixed; boundary="-"; deferSpec=20220824');
    const parts = partsOf(response);
    expect((await parts.next()).value).toEqual({ data: { reviews: [{ stars: 5 }] }, hasNext: true });
    edge.release();
    expect((await parts.next()).value).toEqual({
      incremental: [{ path: [], label: 'slow', data: { slow: 'at last' } }],
      hasNext: false,
    });
    expect(await parts.next()).toEqual({ value: '--\r\n', done: true });
  });

  it('given items of a list, then each has its place', async () => {
    const [first, ...later] = await all(await ask({ query: '{ books { ... @defer { title } id } }' }));
    expect(first).toEqual({ data: { books: [{ id: '1' }, { id: '2' }] }, hasNext: true });
    expect(later).toEqual([
      {
        incremental: [
          { path: ['books', 0], data: { title: 'The Agora' } },
          { path: ['books', 1], data: { title: 'Stoa' } },
        ],
        hasNext: false,
      },
    ]);
  });

  it('given errors in a part, then the client learns of them what it may, and the log their codes', async () => {
    const query = '{ book(id: "1") { id ... @defer { title broken refused } } }';
    const [, later] = await all(await ask({ query }, { 'x-request-id': 'req-part' }));
    expect(later).toEqual({
      incremental: [
        {
          path: ['book'],
          data: { title: 'The Agora', broken: null, refused: null },
          errors: [
            expect.objectContaining({
              path: ['book', 'broken'],
              extensions: { code: 'INTERNAL', requestId: 'req-part' },
            }),
            expect.objectContaining({ path: ['book', 'refused'], extensions: { code: 'FORBIDDEN' } }),
          ],
        },
      ],
      hasNext: false,
    });
    await until(() => edge.log.some(({ requestId, status }) => requestId === 'req-part' && status === 200));
    const line = edge.log.find(({ requestId, status }) => requestId === 'req-part' && status === 200);
    expect(line?.codes).toEqual(['INTERNAL', 'FORBIDDEN']);
  });

  it('given what must not be null, then only its part is null', async () => {
    const [first, later] = await all(await ask({ query: '{ book(id: "2") { title ... @defer { stars } } }' }));
    expect(first).toEqual({ data: { book: { title: 'Stoa' } }, hasNext: true });
    expect(later).toMatchObject({ incremental: [{ path: ['book'], data: null, errors: [{}] }], hasNext: false });
  });

  it('given nothing that comes later, then one part', async () => {
    const query = 'query ($later: Boolean!) { book(id: "1") { ... @defer(if: $later) { title } } }';
    expect(await all(await ask({ query, variables: { later: false } }))).toEqual([
      { data: { book: { title: 'The Agora' } }, hasNext: false },
    ]);
  });
});

describe('an answer in parts to a query in an address', () => {
  const get = (parameters: Record<string, string>) =>
    fetch(`${edge.url}/graphql?${new URLSearchParams(parameters).toString()}`, { headers: { accept: ACCEPT } });

  it('given variables, then it comes as to one in a body', async () => {
    const query = 'query ($id: ID!) { book(id: $id) { title ... @defer { stars } } }';
    expect(await all(await get({ query, variables: '{"id":"1"}' }))).toEqual([
      { data: { book: { title: 'The Agora' } }, hasNext: true },
      { incremental: [{ path: ['book'], data: { stars: 5 } }], hasNext: false },
    ]);
  });

  it.each([
    ['a mutation', { query: 'mutation { rename(id: "1", title: "x") { ... @defer { id } } }' }, 405],
    ['variables that are no JSON', { query: STARS, variables: '{' }, 400],
    ['variables that are no object', { query: STARS, variables: '[]' }, 400],
  ])('given %s, then it is refused', async (_what, parameters, status) => {
    expect((await get(parameters)).status).toBe(status);
  });

  it('given a parameter twice, then it is refused', async () => {
    const twice = `query=${encodeURIComponent(STARS)}`;
    const response = await fetch(`${edge.url}/graphql?${twice}&${twice}`, { headers: { accept: ACCEPT } });
    expect(response.status).toBe(400);
  });
});

describe('an answer as always', () => {
  it.each([
    ['who does not ask for parts', 'application/json'],
    ['who takes the parts of a subscription', 'multipart/mixed;subscriptionSpec="1.0", application/json'],
    ['who takes another form of incremental delivery', 'multipart/mixed;incrementalSpec=v0.2, application/json'],
  ])('given %s, then it is whole', async (_who, accept) => {
    const response = await ask({ query: '{ book(id: "1") { title ... @defer { stars } } }' }, { accept });
    expect(await response.json()).toEqual({ data: { book: { title: 'The Agora', stars: 5 } } });
  });

  it('given an operation that defers nothing, then it is whole', async () => {
    expect(await (await ask({ query: '{ book(id: "1") { title } }' })).json()).toEqual({
      data: { book: { title: 'The Agora' } },
    });
  });

  it.each([
    ['a field that is none', { query: '{ ... @defer { nothing } }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a root that changes something',
      { query: 'mutation { ... @defer { rename(id: "1", title: "x") { id } } }' },
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a label twice',
      { query: '{ ... @defer(label: "a") { slow } ... @defer(label: "a") { slow } }' },
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a label that is a variable',
      { query: 'query ($a: String) { ... @defer(label: $a) { slow } }' },
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a variable that is missing',
      { query: 'query ($id: ID!) { book(id: $id) { ... @defer { title } } }' },
      400,
      'INVALID_INPUT',
    ],
    ['variables that are none', { query: STARS, variables: 'no' }, 400, 'BAD_REQUEST'],
  ])('given %s, then it is refused', async (_what, body, status, code) => {
    const response = await ask(body);
    expect([response.status, ((await response.json()) as { errors: unknown[] }).errors[0]]).toEqual([
      status,
      expect.objectContaining({ extensions: expect.objectContaining({ code }) }),
    ]);
  });

  it('given a token that is not valid, then 401', async () => {
    const response = await ask({ query: STARS }, { authorization: `Bearer ${await edge.forged()}` });
    expect(response.status).toBe(401);
  });

  it('given a form of another site, then it is refused', async () => {
    const response = await ask({ query: STARS }, { 'content-type': 'text/plain' });
    expect(response.status).toBe(400);
  });
});

describe('protection', () => {
  let guarded: TestEdge | undefined;
  afterEach(async () => guarded?.stop());

  it('given a limit of cost, then what is deferred counts', async () => {
    guarded = await startTestEdge({ protection: { ...usualProtection, costs: readCostLimits('guest=2') } });
    const response = await ask({ query: STARS }, {}, guarded);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'LIMIT_EXCEEDED' } }] });
  });

  it('given a client that wants to know the cost, then the last part tells it', async () => {
    const query = '{ books(first: 2) { id ... @defer { title } } }';
    const whole = (await (await ask({ query }, { 'agora-cost': 'on', accept: 'application/json' })).json()) as object;
    expect(await all(await ask({ query }, { 'agora-cost': 'on' }))).toEqual([
      { data: { books: [{ id: '1' }, { id: '2' }] }, hasNext: true },
      {
        incremental: [
          { path: ['books', 0], data: { title: 'The Agora' } },
          { path: ['books', 1], data: { title: 'Stoa' } },
        ],
        extensions: (whole as { extensions: object }).extensions,
        hasNext: false,
      },
    ]);
  });

  it('given nothing that comes later, then the only part tells it', async () => {
    const query = '{ book(id: "1") { id ... @defer(if: false) { title } } }';
    expect(await all(await ask({ query }, { 'agora-cost': 'on' }))).toMatchObject([
      { extensions: { cost: { requested: 1, actual: 1 } }, hasNext: false },
    ]);
  });

  it('given staff who ask how it came about, then the last part tells it, with what came later', async () => {
    const token = await edge.token({ roles: ['STAFF'] });
    const headers = { authorization: `Bearer ${token}`, 'agora-explain': 'on' };
    const [first, last] = await all(await ask({ query: '{ book(id: "1") { title ... @defer { stars } } }' }, headers));
    expect(first).toEqual({ data: { book: { title: 'The Agora' } }, hasNext: true });
    expect(last).toMatchObject({
      incremental: [{ data: { stars: 5 } }],
      extensions: {
        explain: { fetches: [{ room: 'catalog' }, { room: 'reviews' }], cost: { requested: 1, actual: 1 } },
      },
    });
  });

  it('given operations that are known by their ids alone, then one of them is deferred like any other', async () => {
    const operations = [
      { id: 'book-1', body: '{ book(id: "1") { id ... @defer { title } } }', name: 'Book', type: 'query' },
    ];
    const content = { format: 'apollo-persisted-query-manifest', version: 1, operations };
    const file = temporaryFile('manifest.json', JSON.stringify(content));
    const persisted = { manifest: readManifest(file), mode: 'require-id' as const };
    guarded = await startTestEdge({ protection: { ...usualProtection, persisted } });
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'book-1' } };
    expect(await all(await ask({ extensions }, {}, guarded))).toHaveLength(2);
    expect(await (await ask({ query: STARS }, {}, guarded)).json()).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_ID_REQUIRED' } }],
    });
  });
});

it('given a client that leaves, then whoever runs the operation is told', async () => {
  const raw = new EventEmitter();
  let told: AbortSignal | undefined;
  const operations = {
    async executeInParts(_request: unknown, _context: unknown, signal: AbortSignal): Promise<Parts> {
      told = signal;
      raw.emit('close');
      return { first: { data: {} } };
    },
  };
  const answer = answerDeferred({
    current: () => ({ operations, read: parse }) as never,
    settle: async () => ({}) as never,
    mask: () => [],
  });
  const headers = { accept: ACCEPT };
  const reply = { raw, type: () => reply, header: () => reply, send: () => reply };
  await answer({ method: 'POST', headers, body: { query: STARS } } as never, reply as never);
  expect(told?.aborted).toBe(true);
});
