import { usualProtection } from '../../protection/protection';
import { localBuckets } from '../../protection/rates/buckets';
import { startTestEdge, type TestEdge } from '../edge';

let edge: TestEdge;
beforeAll(async () => {
  const rates = { addresses: localBuckets({ capacity: 1, perSecond: 0.001 }) };
  edge = await startTestEdge({ protection: { ...usualProtection, rates, trustedProxies: 1 } });
});
afterAll(() => edge.stop());

const counted = (code: string) => edge.edge.counters.read()[`refused{${code}}`] ?? 0;

describe('what is refused', () => {
  it.each([
    ['LIMIT_EXCEEDED', 400, { query: `{ ${'whoAsks '.repeat(21)} }` }, {}],
    ['LIMIT_EXCEEDED', 413, { query: '{ whoAsks }', variables: { a: 'a'.repeat(1_100_000) } }, {}],
    ['GRAPHQL_PARSE_FAILED', 400, { query: '{' }, {}],
    ['GRAPHQL_VALIDATION_FAILED', 400, { query: '{ nothing }' }, {}],
    ['BAD_REQUEST', 400, { query: '{ whoAsks }', extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }, {}],
    ['UNAUTHENTICATED', 401, { query: '{ whoAsks }' }, { authorization: 'Bearer x' }],
    ['INVALID_INPUT', 400, { query: '{ whoAsks }' }, { 'agora-tenant': 'nobody' }],
    ['RATE_LIMITED', 429, { query: '{ books { id } }' }, { 'x-forwarded-for': '8.8.8.8' }],
  ])('given %s, then %d, and it is counted once', async (code, status, body, headers) => {
    if (status === 429) await edge.post(body, headers);
    const before = counted(code);
    const answer = await edge.post(body, headers);
    expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([status, code]);
    expect(counted(code)).toBe(before + 1);
  });

  it.each([
    ['what a browser of a stranger could be made to send', { 'content-type': 'text/plain' }],
    ['a body that is no JSON', {}],
  ])('given %s, then it is counted once', async (_what, headers) => {
    const before = counted('BAD_REQUEST');
    expect((await edge.post('query=1', headers)).status).toBeGreaterThanOrEqual(400);
    expect(counted('BAD_REQUEST')).toBe(before + 1);
  });

  it('given a refusal over WebSocket, then it is counted, too', async () => {
    const before = counted('GRAPHQL_VALIDATION_FAILED');
    const refused = new Promise((_, reject) =>
      edge.socket().subscribe({ query: '{ nothing }' }, { next: () => {}, error: reject, complete: () => {} }),
    );
    await expect(refused).rejects.toHaveLength(1);
    expect(counted('GRAPHQL_VALIDATION_FAILED')).toBe(before + 1);
  });
});

describe('headers from outside', () => {
  it.each(['x-user-id', 'x-roles', 'agora-identity', 'agora-envelope', 'x-agora-envelope', 'x-service'])(
    'given %s, then no room hears of it',
    async (name) => {
      const envelope = Buffer.from('{"identity":{"kind":"service","name":"orders"}}').toString('base64url');
      edge.seen.length = 0;
      await edge.query('{ whoAsks }', { [name]: envelope });
      expect(edge.seen).toHaveLength(1);
      expect(edge.seen[0]).toMatchObject({ tenant: 'demo', identity: { kind: 'guest' } });
      expect(JSON.stringify(edge.seen)).not.toContain(envelope);
      expect(Object.keys(edge.seen[0] ?? {}).toSorted()).toEqual([
        'currency',
        'identity',
        'locale',
        'requestId',
        'tenant',
      ]);
    },
  );
});
