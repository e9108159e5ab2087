import { serverAudits } from 'graphql-http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { startTestEdge, type TestEdge } from './edge';

let edge: TestEdge;
beforeAll(async () => void (edge = await startTestEdge()));
afterAll(() => edge.stop());

describe('GraphQL over HTTP, as its specification wants it', () => {
  const audits = serverAudits({ url: () => `${edge.url}/graphql`, fetchFn: fetch });

  it('is asked all there is to ask', () => expect(audits).toHaveLength(61));

  it.each(audits.map((audit) => [`${audit.id} ${audit.name}`, audit] as const))('%s', async (_name, audit) => {
    const { status } = await audit.fn();
    expect(status).toBe('ok');
  });
});

/** What `fetch` would not send: a host of one's own, or what only browsers say. */
async function ofHost(host: string, { headers = {}, version = '1.1' } = {}) {
  const { hostname, port } = new URL(edge.url);
  const socket = connect(Number(port), hostname);
  const lines = Object.entries({ host, connection: 'close', ...headers }).map((header) => header.join(': '));
  const named = version === '1.0' ? lines.slice(1) : lines;
  socket.end([`GET /graphql?query={__typename} HTTP/${version}`, ...named, '', ''].join('\r\n'));
  const answer = await text(socket);
  return { status: Number(answer.split(' ')[1]), body: answer.split('\r\n\r\n')[1] };
}

describe('what comes in by HTTP', () => {
  it('answers a query over two rooms', async () => {
    const { status, body } = await edge.query('{ reviews { stars book { id title stars } } }');
    expect(status).toBe(200);
    expect(body).toEqual({ data: { reviews: [{ stars: 5, book: { id: '1', title: 'The Agora', stars: 5 } }] } });
  });

  it.each([
    ['malformed JSON', '{"query": "{ __typename }"'],
    ['a list of operations', '[{"query":"{ __typename }"},{"query":"{ __typename }"}]'],
    ['no query', '{"variables": {}}'],
    ['JSON that is no object', '"query"'],
    ['a prototype for us', '{"query":"{ __typename }","__proto__":{"a":1}}'],
    ['nothing', ''],
  ])('given %s, then 400 and a code', async (_what, body) => {
    const answer = await edge.post(body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.[0]?.extensions).toEqual({ code: 'BAD_REQUEST' });
  });

  it('given more than one megabyte, then 413 and LIMIT_EXCEEDED', async () => {
    const answer = await edge.post({ query: '{ __typename }', variables: { text: 'a'.repeat(1_100_000) } });
    expect(answer.status).toBe(413);
    expect(answer.body.errors?.[0]?.extensions).toEqual({ code: 'LIMIT_EXCEEDED' });
  });

  it('given a mutation by GET, then 405', async () => {
    const query = encodeURIComponent('mutation { rename(id: "1", title: "x") { id } }');
    const response = await fetch(`${edge.url}/graphql?query=${query}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(response.status).toBe(405);
  });

  it.each([
    ['none', 200],
    ['same-origin', 200],
    ['same-site', 400],
    ['cross-site', 400],
  ])('given a query in an address that a browser says is from %s, then %d', async (site, status) => {
    const headers = { 'sec-fetch-site': site };
    expect((await ofHost('agora.test', { headers })).status).toBe(status);
    expect((await ofHost('agora.test', { headers: { ...headers, 'apollo-require-preflight': '1' } })).status).toBe(200);
  });

  it('given JSON that another site could make a browser send, then 400', async () => {
    const form = await fetch(`${edge.url}/graphql`, {
      method: 'POST',
      body: '{"query":"{ __typename }"}',
      headers: { 'content-type': 'text/plain' },
    });
    expect(form.status).toBe(400);
  });

  it.each(['a b', '%', '[', '::1', '//', '@', '?', '<script>', 'a:99999'])(
    'given the host %s, which is none, then 400 and a code',
    async (host) => {
      const { status, body } = await ofHost(host);
      expect([status, body]).toEqual([400, expect.stringContaining('"code":"BAD_REQUEST"')]);
    },
  );

  it('given HTTP/1.0, which needs no host, then it is answered', async () => {
    expect(await ofHost('', { version: '1.0' })).toEqual({ status: 200, body: '{"data":{"__typename":"Query"}}\n' });
  });

  it('given a subscription by POST, then it says where to send it', async () => {
    const { status, body } = await edge.query('subscription { reviewed(bookId: "1") { stars } }');
    expect(status).toBe(400);
    expect(body.errors?.[0]).toMatchObject({
      message: expect.stringContaining('graphql-ws'),
      extensions: { code: 'INVALID_INPUT' },
    });
  });

  it.each([
    ['of the wrong type', '($id: ID!) { book(id: $id) { id } }', { id: { no: 'id' } }],
    ['that is missing', '($id: ID!) { book(id: $id) { id } }', {}],
    ['that no Int can be', '($n: Int) { books(first: $n) { id } }', { n: 2147483648 }],
    ['that no Decimal can be', '($a: Decimal!) { worth(amount: $a) }', { a: '1e9' }],
  ])('given a variable %s, then 400 and INVALID_INPUT', async (_what, operation, variables) => {
    const { status, body } = await edge.query(`query ${operation}`, {}, variables);
    expect(status).toBe(400);
    expect(body.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'INVALID_INPUT' }]);
    expect(body).not.toHaveProperty('data');
  });

  it('given an unknown field, an unknown operation and a broken document, then each has its code', async () => {
    const codes = async (body: object) => (await edge.post(body)).body.errors?.map(({ extensions }) => extensions.code);
    expect(await codes({ query: '{ nothing }' })).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(await codes({ query: '{ secret }' })).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(await codes({ query: 'query A { __typename }', operationName: 'B' })).toEqual([
      'OPERATION_RESOLUTION_FAILURE',
    ]);
    expect(await codes({ query: 'query A { __typename } query B { __typename }' })).toEqual([
      'OPERATION_RESOLUTION_FAILURE',
    ]);
    expect(await codes({ query: '{' })).toEqual(['GRAPHQL_PARSE_FAILED']);
    expect(await codes({ query: '{ worth(amount: "x") }' })).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it('given an address where nothing is, then 404 as JSON', async () => {
    const { status, body } = await edge.post({}, {}, '/nowhere');
    expect(status).toBe(404);
    expect(body.errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
    expect((await fetch(`${edge.url}/%`)).status).toBe(400);
  });
});

describe('what leaves', () => {
  it('given a failure that nobody foresaw, then the client learns its request id and no more, and the log all', async () => {
    const { status, body, headers } = await edge.query('query Broken { book(id: "1") { title broken } }', {
      'x-request-id': 'req-42',
    });
    expect(status).toBe(200);
    expect(headers.get('x-request-id')).toBe('req-42');
    expect(body.data).toEqual({ book: { title: 'The Agora', broken: null } });
    expect(body.errors).toEqual([
      expect.objectContaining({
        path: ['book', 'broken'],
        message: expect.stringContaining('req-42'),
        extensions: { code: 'INTERNAL', requestId: 'req-42' },
      }),
    ]);
    expect(JSON.stringify(body)).not.toContain('postgres');
    const entry = edge.log.find(({ requestId, level }) => requestId === 'req-42' && level === 50);
    expect(entry).toMatchObject({ err: { message: expect.stringContaining('postgres') } });
  });

  it('given an expected failure, then its code and message, and nothing of the room', async () => {
    const { body } = await edge.query('{ book(id: "1") { refused } }');
    expect(body.errors?.[0]).toMatchObject({
      message: 'You are signed in, but not allowed to do this.',
      path: ['book', 'refused'],
    });
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN' });
  });

  it('given null where null must not be, then an error stands beside the null', async () => {
    const { body } = await edge.query('{ book(id: "2") { id stars } }');
    expect(body.data).toEqual({ book: null });
    expect(body.errors?.length).toBeGreaterThan(0);
  });

  it('given any request, then one line of JSON tells of it, without its variables and its token', async () => {
    const token = await edge.token();
    await edge.query(
      'query Logged($id: ID!) { book(id: $id) { id } }',
      { authorization: `Bearer ${token}`, 'x-request-id': 'req-log' },
      { id: 'my-secret' },
    );
    const lines = edge.log.filter(({ requestId }) => requestId === 'req-log');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      operationName: 'Logged',
      operationType: 'query',
      tenant: 'demo',
      userId: 'usr_1',
      status: 200,
      durationMs: expect.any(Number),
    });
    expect(JSON.stringify(lines)).not.toMatch(/my-secret|eyJ/);
  });

  it('given an id that is none, then a request gets another one', async () => {
    const { headers } = await edge.query('{ __typename }', { 'x-request-id': 'a b' });
    expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('serves an explorer that needs nothing from elsewhere', async () => {
    const page = await fetch(`${edge.url}/`, { headers: { accept: 'text/html' } });
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain(`connect-src 'self' ${edge.wsUrl}`);
    const links = [...(await page.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link as string);
    expect(links.length).toBeGreaterThan(6);
    for (const link of links) {
      const file = await fetch(edge.url + link);
      expect([link, file.status]).toEqual([link, 200]);
      expect((await file.text()).length).toBeGreaterThan(50);
    }
    expect((await fetch(`${edge.url}/favicon.ico`)).status).toBe(204);
  });
});
