import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { createClient as createSseClient } from 'graphql-sse';
import type { Client, FormattedExecutionResult } from 'graphql-ws';
import { WebSocket } from 'ws';
import { SOCKET_LIMITS } from '../subscriptions/limits';
import { startTestEdge, type TestEdge } from './edge';

let edge: TestEdge;
beforeAll(async () => void (edge = await startTestEdge()));
afterAll(() => edge.stop());

const FEDERATED = 'subscription Live($id: ID!) { reviewed(bookId: $id) { stars book { id title stars } } }';
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

const until = async (what: () => boolean) => {
  for (let turn = 0; !what(); turn++) {
    if (turn > 500) throw new Error('It did not come to be.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

/** Subscribes, and waits until the room listens. */
async function watch(client: Client, id: string, query = FEDERATED) {
  const listeners = edge.listeners(id);
  const stream = client.iterate({ query, variables: { id } });
  const first = stream.next();
  first.catch(() => {});
  await until(() => edge.listeners(id) > listeners);
  return { stream, first };
}

const one = async (client: Client, query: string, variables = {}) => {
  const { value } = await client.iterate({ query, variables }).next();
  return value as FormattedExecutionResult;
};

/** A socket without a client that knows the protocol. */
async function rawSocket(protocol = 'graphql-transport-ws') {
  const socket = new WebSocket(`${edge.wsUrl}/graphql`, protocol);
  const messages: { type: string; id?: string; payload?: unknown }[] = [];
  socket.on('message', (data) => messages.push(JSON.parse((data as Buffer).toString()) as never));
  await once(socket, 'open');
  const closed = once(socket, 'close') as Promise<[number, Buffer]>;
  return { socket, messages, closed, send: (message: object) => socket.send(JSON.stringify(message)) };
}

describe('subscriptions over graphql-ws', () => {
  it('given an event of one room, then the fields of others are resolved for it', async () => {
    const { stream, first } = await watch(edge.socket(), '1');
    edge.review('1', 4);
    expect((await first).value).toEqual({
      data: { reviewed: { stars: 4, book: { id: '1', title: 'The Agora', stars: 5 } } },
    });
    edge.review('1', 3);
    expect((await stream.next()).value.data.reviewed.stars).toBe(3);
    await stream.return?.();
  });

  it('given a client that leaves while nothing happens, then the room is left at once', async () => {
    const { stream } = await watch(edge.socket(), '1', 'subscription ($id: ID!) { reviewed(bookId: $id) { stars } }');
    const open = edge.live.open;
    void stream.return?.();
    await until(() => edge.live.open === open - 1);
  });

  it('given a client whose socket breaks, then the room is left, too', async () => {
    const client = edge.socket();
    await watch(client, '1');
    const open = edge.live.open;
    client.terminate();
    await until(() => edge.live.open === open - 1);
  });

  it('given a subscription that the room refuses, then its error, and the socket lives on', async () => {
    const client = edge.socket();
    expect(await one(client, FEDERATED, { id: 'forbidden' })).toMatchObject({
      errors: [{ message: 'Not for a guest.', extensions: { code: 'FORBIDDEN' } }],
    });
    expect(await one(client, '{ __typename }')).toEqual({ data: { __typename: 'Query' } });
  });

  it('runs queries and mutations', async () => {
    const client = edge.socket(bearer(await edge.token({ sub: 'usr_ws' })), {});
    const { data } = await one(client, '{ whoAsks }');
    expect(JSON.parse(data?.whoAsks as string)).toMatchObject({ identity: { id: 'usr_ws' }, currency: 'USD' });
    expect(await one(client, 'mutation { rename(id: "1", title: "x") { id } }')).toEqual({
      data: { rename: { id: '1' } },
    });
    expect(edge.log.at(-1)).toMatchObject({ operationType: 'mutation', userId: 'usr_ws', tenant: 'demo' });
  });

  it('takes tenant and currency from the connection', async () => {
    const { data } = await one(edge.socket({ 'Agora-Tenant': 'other', 'agora-currency': 'EUR' }), '{ whoAsks }');
    expect(JSON.parse(data?.whoAsks as string)).toMatchObject({ tenant: 'other', currency: 'EUR' });
  });

  it.each([
    ['a document that does not fit the schema', '{ nothing }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['a document that is none', '{', {}, 'GRAPHQL_PARSE_FAILED'],
    ['a document beyond the limits', `{ ${'whoAsks '.repeat(30)} }`, {}, 'LIMIT_EXCEEDED'],
    ['too many tokens', `{ ${'whoAsks '.repeat(4001)} }`, {}, 'LIMIT_EXCEEDED'],
    [
      'several operations and no name',
      'query A { __typename } query B { __typename }',
      {},
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ])('given %s, then an error with its code, and the socket lives on', async (_what, query, variables, code) => {
    const client = edge.socket();
    await expect(one(client, query, variables)).rejects.toEqual(
      expect.arrayContaining([expect.objectContaining({ extensions: expect.objectContaining({ code }) })]),
    );
    expect(await one(client, '{ __typename }')).toEqual({ data: { __typename: 'Query' } });
  });

  it('given wrong variables, then INVALID_INPUT', async () => {
    expect(await one(edge.socket(), FEDERATED, {})).toMatchObject({
      errors: [{ extensions: { code: 'INVALID_INPUT' } }],
    });
  });

  it('given a failure that nobody foresaw, then it is masked', async () => {
    const client = edge.socket();
    const answer = await one(client, '{ book(id: "1") { broken } }');
    expect(answer).toMatchObject({ data: { book: { broken: null } }, errors: [{ extensions: { code: 'INTERNAL' } }] });
    expect(JSON.stringify(answer)).not.toContain('postgres');
    const failed = await one(client, FEDERATED, { id: 'failing' });
    expect(failed).toEqual({
      errors: [expect.objectContaining({ extensions: { code: 'INTERNAL', requestId: expect.any(String) } })],
    });
  });
});

describe('sockets', () => {
  const introduce = (payload: object) => ({ type: 'connection_init', payload });

  it.each([
    ['forged', () => edge.forged()],
    ['expired', () => edge.token({ exp: Math.floor(Date.now() / 1000) - 5 })],
    ['that is none', async () => 'nonsense'],
  ])('given a token %s, then 4403', async (_what, token) => {
    const { send, closed } = await rawSocket();
    send(introduce(bearer(await token())));
    expect((await closed)[0]).toBe(4403);
  });

  it('given a token that expires, then 4403 when it does', async () => {
    const { send, closed } = await rawSocket();
    send(introduce(bearer(await edge.token({ exp: Math.floor(Date.now() / 1000) + 3 }))));
    const [code, reason] = await closed;
    expect([code, String(reason)]).toEqual([4403, 'The access token has expired.']);
  });

  it('given a currency that is not sold in, then 4400 and the reason', async () => {
    const { send, closed } = await rawSocket();
    send(introduce({ 'agora-currency': 'GBP' }));
    const [code, reason] = await closed;
    expect([code, String(reason)]).toEqual([4400, expect.stringContaining('agora-currency')]);
  });

  it('given a message of more than 64 KB, then 1009', async () => {
    const { send, closed } = await rawSocket();
    send(introduce({ text: 'a'.repeat(SOCKET_LIMITS.message) }));
    expect((await closed)[0]).toBe(1009);
  });

  it.each(['graphql-ws', 'soap'])('given the subprotocol %s, then 4406, so that the client knows why', async (name) => {
    const { closed } = await rawSocket(name);
    expect((await closed)[0]).toBe(4406);
  });

  it('given a message that is no JSON, then 4400', async () => {
    const { socket, closed } = await rawSocket();
    socket.send('{');
    expect((await closed)[0]).toBe(4400);
  });

  it('given an operation before the introduction, then 4401', async () => {
    const { send, closed } = await rawSocket();
    send({ type: 'subscribe', id: '1', payload: { query: '{ __typename }' } });
    expect((await closed)[0]).toBe(4401);
  });

  it('given another path, then 404', async () => {
    const socket = new WebSocket(`${edge.wsUrl}/elsewhere`, 'graphql-transport-ws');
    await expect(once(socket, 'open')).rejects.toThrow('404');
  });

  it('given more subscriptions than a socket may carry, then LIMIT_EXCEEDED for the one too many', async () => {
    const { send, messages, socket } = await rawSocket();
    send(introduce({}));
    await until(() => messages.some(({ type }) => type === 'connection_ack'));
    for (let id = 0; id <= SOCKET_LIMITS.operations; id++) {
      send({
        type: 'subscribe',
        id: String(id),
        payload: { query: 'subscription { reviewed(bookId: "many") { stars } }' },
      });
    }
    await until(() => messages.some(({ type }) => type === 'error'));
    const errors = messages.filter(({ type }) => type === 'error');
    expect(errors).toEqual([
      expect.objectContaining({
        id: String(SOCKET_LIMITS.operations),
        payload: [expect.objectContaining({ extensions: { code: 'LIMIT_EXCEEDED' } })],
      }),
    ]);
    const open = edge.live.open;
    socket.close();
    await until(() => edge.live.open === open - 1);
  });
});

describe('Server-Sent Events', () => {
  const sse = (headers: Record<string, string> = {}) =>
    createSseClient({ url: `${edge.url}/graphql/stream`, headers, retryAttempts: 0 });

  it('pushes events with the fields of other rooms, until the client leaves', async () => {
    const open = edge.live.open;
    const stream = sse().iterate({ query: FEDERATED, variables: { id: '2' } });
    const first = stream.next();
    await until(() => edge.listeners('2') > 0);
    edge.review('2', 1);
    expect((await first).value).toMatchObject({
      data: { reviewed: null },
      errors: [{ extensions: { code: 'INTERNAL' } }],
    });
    expect(edge.live.open).toBe(open + 1);
    await stream.return?.();
    await until(() => edge.live.open === open);
  });

  it('runs queries and mutations', async () => {
    const { value } = await sse(bearer(await edge.token({ sub: 'usr_sse' })))
      .iterate({ query: '{ whoAsks }' })
      .next();
    expect(JSON.parse(value?.data?.whoAsks as string)).toMatchObject({ identity: { id: 'usr_sse' } });
  });

  it.each([
    ['a bad token', { query: '{ __typename }' }, { authorization: 'Bearer no' }, 401, 'UNAUTHENTICATED'],
    ['a refused subscription', { query: FEDERATED, variables: { id: 'forbidden' } }, {}, 403, 'FORBIDDEN'],
    ['a document that does not fit', { query: '{ nothing }' }, {}, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['another media type', { query: '{ __typename }' }, { accept: 'application/json' }, 406, 'BAD_REQUEST'],
  ])('given %s, then the status and code that say so', async (_what, body, headers, status, code) => {
    const answer = await edge.post(body, { accept: 'text/event-stream', ...headers }, '/graphql/stream');
    expect(answer.status).toBe(status);
    expect(answer.body.errors?.[0]?.extensions).toEqual({ code });
  });

  it('given a mutation by GET, then it is refused', async () => {
    const query = encodeURIComponent('mutation { rename(id: "1", title: "x") { id } }');
    const response = await fetch(`${edge.url}/graphql/stream?query=${query}`, {
      headers: { accept: 'text/event-stream' },
    });
    expect(response.status).toBe(400);
  });

  it('given a client that asks to close, then the connection ends with the answer', async () => {
    const { hostname, port } = new URL(edge.url);
    const socket = connect(Number(port), hostname);
    const lines = ['GET /graphql/stream?query={__typename} HTTP/1.1', 'host: x', 'accept: text/event-stream'];
    socket.write([...lines, 'connection: close', '', ''].join('\r\n'));
    expect(await text(socket)).toContain('data: {"data":{"__typename":"Query"}}');
  });

  it('given a token that expires, then the stream ends', async () => {
    const headers = bearer(await edge.token({ exp: Math.floor(Date.now() / 1000) + 3 }));
    const stream = sse(headers).iterate({ query: FEDERATED, variables: { id: 'quiet' } });
    expect(await stream.next()).toMatchObject({ done: true });
  });
});
