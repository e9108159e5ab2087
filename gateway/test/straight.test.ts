import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../context';
import { startTestEdge, type TestEdge } from './edge';
import { settled, until } from './subscriptions/until';

const heard: string[] = [];
const plugin: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response }) {
        if (response.body.kind === 'single') heard.push(JSON.stringify(response.body.singleResult.data));
      },
    };
  },
};

/** One edge answers straight where it can; with a plugin, Apollo Server answers everything. */
let straight: TestEdge;
let apollo: TestEdge;
beforeAll(
  async () => void ([straight, apollo] = await Promise.all([startTestEdge(), startTestEdge({ plugins: [plugin] })])),
);
afterAll(() => Promise.all([straight.stop(), apollo.stop()]));

const MODERN = 'application/graphql-response+json';
const VOLATILE = ['date', 'keep-alive', 'connection'];

async function answerOf(edge: TestEdge, body: object, headers: Record<string, string>) {
  const response = await fetch(`${edge.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': 'req-same', ...headers },
    body: JSON.stringify(body),
  });
  const shown = [...response.headers].filter(([name]) => !VOLATILE.includes(name));
  return { status: response.status, headers: Object.fromEntries(shown), body: await response.text() };
}

const logged = (edge: TestEdge) => {
  const { time: _time, durationMs: _took, ...line } = edge.log.findLast(({ msg }) => msg === 'request') ?? {};
  return line;
};

describe.each([MODERN, `${MODERN}, application/json;q=0.9`, 'application/json', '*/*'])(
  'given accept: %s',
  (accept) => {
    // Which media type it is was Apollo Server's to say, once.
    beforeAll(async () => void (await answerOf(straight, { query: '{ __typename }' }, { accept })));

    it.each<[string, object, Record<string, string>?]>([
      ['a query', { query: '{ book(id: "1") { id title stars } }' }],
      [
        'a query by name, with variables',
        {
          query: 'query A($id: ID!) { book(id: $id) { id } } query B { whoAsks }',
          operationName: 'A',
          variables: { id: '1' },
        },
      ],
      ['a mutation', { query: 'mutation { rename(id: "1", title: "x") { id } }' }],
      ['introspection', { query: '{ __schema { queryType { name } } }' }],
      ['null', { query: '{ book(id: "9") { id } }' }],
      ['text that JSON must escape', { query: '{ worth(amount: "1.00") __typename }' }],
      ['a part that failed', { query: '{ book(id: "1") { title broken } }' }],
      ['a part that is refused', { query: '{ book(id: "1") { refused } }' }],
      ['null where none may be', { query: '{ book(id: "2") { id stars } }' }],
      ['a variable of the wrong type', { query: 'query ($id: ID!) { book(id: $id) { id } }', variables: { id: [] } }],
      ['no variables', { query: 'query ($id: ID!) { book(id: $id) { id } }', variables: null, extensions: null }],
      ['a field that does not exist', { query: '{ nothing }' }],
      ['a document that is none', { query: '{' }],
      ['an operation that does not exist', { query: 'query A { whoAsks }', operationName: 'B' }],
      ['a subscription', { query: 'subscription { reviewed(bookId: "1") { stars } }' }],
      ['a token that is none', { query: '{ __typename }' }, { authorization: 'Bearer x' }],
      ['a currency that is not sold in', { query: '{ __typename }' }, { 'agora-currency': 'XXX' }],
      ['a wish to know the cost', { query: '{ books(first: 2) { id } }' }, { 'agora-cost': 'on' }],
      ['a body of the wrong form', { query: '{ __typename }', variables: 'no' }],
      ['a document that is too large', { query: `{ ${'__typename '.repeat(5000)} }` }],
    ])('and %s, then both answer and log the same', async (_what, body, headers = {}) => {
      const expected = await answerOf(apollo, body, { accept, ...headers });
      expect(await answerOf(straight, body, { accept, ...headers })).toEqual(expected);
      await until(() => logged(straight).requestId === 'req-same');
      expect(logged(straight)).toEqual(logged(apollo));
    });
  },
);

it('given an accept that no answer has, then 406 every time', async () => {
  for (let time = 1; time <= 3; time++) {
    expect((await answerOf(straight, { query: '{ __typename }' }, { accept: 'text/html' })).status).toBe(406);
  }
});

it('given a plugin, then it is shown the answer whole', async () => {
  heard.length = 0;
  await answerOf(apollo, { query: '{ book(id: "1") { title } }' }, { accept: MODERN });
  expect(heard).toEqual(['{"book":{"title":"The Agora"}}']);
});

it('given that the client has left, then no further room is asked', async () => {
  const { url, seen, signals, release } = straight;
  await answerOf(straight, { query: '{ __typename }' }, { accept: MODERN });
  const before = seen.length;
  const leaver = new AbortController();
  const answer = fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: MODERN },
    body: JSON.stringify({ query: 'query Left { slowBook { id stars } }' }),
    signal: leaver.signal,
  });
  await until(() => seen.length === before + 1);
  leaver.abort();
  await expect(answer).rejects.toThrow('aborted');
  await until(() => signals.at(-1)?.aborted === true);
  release();
  await settled();
  expect(seen).toHaveLength(before + 1);
});
