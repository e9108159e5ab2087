import { buildSchema, type ExecutionResult } from 'graphql';
import { createServer } from 'node:http';
import pino from 'pino';
import { ENVELOPE_HEADER, SEAL_HEADER, sealer } from '../../../platform/identity/seal';
import { startShelf, type Shelf } from '../../../platform/test/shelf/story';
import { shelf, type Context } from '../../../platform/test/shelf/subgraph';
import { listen } from '../../http/frontDoor';
import type { AddressedRooms } from '../../transports/addressedRooms';
import { eventually } from '../../../test/story/rest';
import { describeWithRedis } from '../../../test/redis/redis';
import { startRedis, type RedisServer } from '../../../platform/redis/server';
import { routedThere } from '../../transports/routedThere';
import { ada, KEYS, reach, startCopy, type Copy } from './copies';

type Stream = AsyncIterableIterator<ExecutionResult>;

const definition = {
  ...shelf,
  resolvers: {
    ...shelf.resolvers,
    Query: {
      ...shelf.resolvers.Query,
      secret() {
        throw new Error('the password is swordfish');
      },
    },
  },
  routes: [
    {
      method: 'POST' as const,
      path: '/webhooks/shelf',
      handle: async (context: Context, { headers, body }: { headers: object; body: string }) => ({
        status: 202,
        body: { body, tenant: context.tenant.id, signed: (headers as Record<string, string>)['x-signature'] },
      }),
    },
  ],
};

let house: Shelf;
let copies: Copy[];
let rooms: AddressedRooms;
beforeAll(async () => void (house = await startShelf(definition)));
afterAll(() => house.stop());
beforeEach(async () => {
  copies = [await startCopy(house.room('users')), await startCopy(house.room('users'))];
  rooms = reach('users', copies);
});
afterEach(async () => {
  await rooms.stop();
  for (const copy of copies) await copy.stop();
});

const BOOK = 'query ($id: ID!) { book(id: $id) { id status } }';
const CHANGES = 'subscription ($id: ID!) { bookChanged(id: $id) { status } }';
const ask = (query: string, variables: object = {}, envelope = ada) =>
  rooms.rooms('users').execute({ query, variables: variables as never, envelope });
const lend = (id: string, as = ada) =>
  ask(`mutation { lendBook(id: "${id}", idempotencyKey: "${id}") { book { status } userErrors { code } } }`, {}, as);

describe('a room as a service', () => {
  it('answers as it does in process', async () => {
    const id = await house.book();
    expect(await ask(BOOK, { id })).toEqual({ data: { book: { id, status: 'SHELVED' } } });
    expect((await lend(id)).data).toEqual({ lendBook: { book: { status: 'LENT' }, userErrors: [] } });
    expect((await lend('none')).data?.lendBook).toMatchObject({ book: null });
  });

  it('knows who asks, and for which shop', async () => {
    const id = await house.book();
    const guest = { ...ada, identity: { kind: 'guest' } } as const;
    expect((await lend(id, guest)).errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
    expect((await ask(BOOK, { id }, { ...ada, tenant: 'other' })).data).toEqual({ book: null });
  });

  it('given what nobody foresaw, then it goes to the log and not to the caller', async () => {
    const as = { ...ada, identity: { kind: 'service', name: 'orders' } } as const;
    const { errors } = await ask('{ secret }', {}, as);
    expect(errors?.[0]).toMatchObject({ message: 'Something failed in the room.', extensions: { code: 'INTERNAL' } });
    expect(copies.flatMap(({ lines }) => lines)).toEqual([
      expect.objectContaining({ msg: 'an operation failed', requestId: 'asked by Ada' }),
    ]);
  });

  it('given a document that does not fit, then it says so', async () => {
    await expect(ask('{ nothing }')).resolves.toMatchObject({
      errors: [{ message: expect.stringMatching('nothing') }],
    });
  });

  it('hands its own endpoints on from the gateway, body and headers as they came', async () => {
    const log = pino({ level: 'silent' });
    const addresses = { users: copies.map(({ url }) => url) };
    const { routed, stop } = routedThere([definition], { addresses, seal: sealer(KEYS), timeout: 5_000, log });
    const [route] = routed[0]?.routes ?? [];
    const request = { headers: { 'x-signature': 's', host: 'shop.example', 'content-length': '7' }, body: '{"a": 1}' };
    const answer = await route?.handle({ ...ada, identity: { kind: 'service', name: 'users' } }, request);
    expect(answer).toMatchObject({ status: 202, body: '{"body":"{\\"a\\": 1}","tenant":"demo","signed":"s"}' });
    await stop();
  });
});

describe('what is not sealed for it', () => {
  const body = JSON.stringify({ query: '{ __typename }' });
  const message = { room: 'users', method: 'POST', path: '/graphql', body };
  const post = (headers: Record<string, string>, text = body) =>
    fetch(`${copies[0]?.url}/graphql`, { method: 'POST', headers, body: text }).then(({ status }) => status);

  it.each<[string, () => Promise<number>, string]>([
    ['nothing', () => post({}), 'unsigned'],
    [
      'an envelope alone',
      () => post({ [ENVELOPE_HEADER]: sealer(KEYS)(ada, message)[ENVELOPE_HEADER] ?? '' }),
      'unsigned',
    ],
    ['another body', () => post(sealer(KEYS)(ada, message), body.replace('typename', 'schema')), 'altered'],
    ['the seal of another room', () => post(sealer(KEYS)(ada, { ...message, room: 'orders' })), 'altered'],
    ['a seal of long ago', () => post(sealer(KEYS, () => Date.now() - 60_000)(ada, message)), 'stale'],
    ['a key that is not known', () => post(sealer([{ id: 'x', secret: 'y'.repeat(32) }])(ada, message)), 'unknown-key'],
    ['a seal that is none', () => post({ [ENVELOPE_HEADER]: 'e30', [SEAL_HEADER]: 'v1' }), 'malformed'],
  ])('given %s, then it answers 401 and counts it', async (_, send, flaw) => {
    expect(await send()).toBe(401);
    expect(await copies[0]?.refusals()).toEqual([expect.objectContaining({ labels: { flaw }, value: 1 })]);
  });

  it('given the same request again, then only the first is taken', async () => {
    const headers = sealer(KEYS)(ada, message);
    expect([await post(headers), await post(headers)]).toEqual([200, 401]);
  });

  describeWithRedis('with copies that share a Redis', () => {
    let redis: RedisServer;
    let sharing: Copy[];
    beforeAll(async () => {
      redis = await startRedis();
      const start = () => startCopy(house.room('users'), { redisUrl: redis.url });
      sharing = [await start(), await start()];
    });
    afterAll(async () => {
      for (const copy of sharing) await copy.stop();
      await redis.stop();
    });
    const sendTo = (at: number, headers: Record<string, string>) =>
      fetch(`${sharing[at]?.url}/graphql`, { method: 'POST', headers, body }).then(({ status }) => status);

    it('given the same request at another copy, then it answers 401 and counts it', async () => {
      await eventually('both are connected', async () => {
        const sealed = sealer(KEYS)(ada, message);
        await sendTo(0, sealed);
        return (await sendTo(1, sealed)) === 401;
      });
      const replays = async () => {
        const refusals = await sharing[1]?.refusals();
        return refusals?.find(({ labels }) => labels.flaw === 'replayed')?.value ?? 0;
      };
      const before = await replays();
      const sealed = sealer(KEYS)(ada, message);
      expect([await sendTo(0, sealed), await sendTo(1, sealed)]).toEqual([200, 401]);
      expect((await replays()) - before).toBe(1);
    });
  });

  it('given a WebSocket, then it is not opened', async () => {
    const upgrade = { connection: 'upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      const headers = { ...upgrade, 'sec-websocket-key': Buffer.alloc(16).toString('base64') };
      const sent = request(`${copies[0]?.url}/graphql`, { headers });
      sent.on('response', (response) => (resolve(response.statusCode), response.destroy()));
      sent.on('upgrade', () => resolve('upgraded'));
      sent.on('error', reject).end();
    });
    expect(status).toBe(401);
  });
});

describe.each(['sse', 'ws'] as const)('a subscription over %s', (subscriptions) => {
  const schema = buildSchema('type Query { a: Int } type Subscription { bookChanged(id: ID!): Int }');
  const subscribe = async (id: string, envelope = ada) =>
    (await rooms.roomsOf({ apiSchema: schema })('users').subscribe({
      query: CHANGES,
      variables: { id },
      envelope,
    })) as Stream;
  const statusIn = ({ value }: IteratorResult<ExecutionResult>) =>
    (value as { data: { bookChanged: { status: string } } }).data.bookChanged.status;
  beforeEach(async () => {
    await rooms.stop();
    rooms = reach('users', copies, { subscriptions });
  });

  it('tells each change', async () => {
    const id = await house.book();
    const stream = await subscribe(id);
    expect(statusIn(await stream.next())).toBe('SHELVED');
    await lend(id);
    expect(statusIn(await stream.next())).toBe('LENT');
    await stream.return?.();
  });

  it('given one who may not see it, then it tells nothing of it', async () => {
    const stream = await subscribe(await house.book(), { ...ada, tenant: 'other' });
    expect((await stream.next()).value).toEqual({ data: { bookChanged: null } });
    await stream.return?.();
  });

  it('given what cannot be subscribed to, then the room says why', async () => {
    const query = 'subscription { bookChanged(id: null) { status } }';
    const answer = await rooms.rooms('users').subscribe({ query, variables: {}, envelope: ada });
    const told = Symbol.asyncIterator in answer ? (await (answer as Stream).next()).value : answer;
    expect(told.errors[0].message).toMatch('ID!');
  });

  it('given a copy that stops, then it begins anew at the other', async () => {
    const id = await house.book();
    const stream = await subscribe(id);
    await stream.next();
    for (const copy of copies.splice(0, 1)) await copy.stop();
    copies.push(await startCopy(house.room('users')));
    // A state comes again when a subscription begins anew.
    expect(statusIn(await stream.next())).toBe('SHELVED');
    await lend(id);
    expect(statusIn(await stream.next())).toBe('LENT');
    await stream.return?.();
  });
});

it('given a room that hangs, then its streams are given up, and begin anew at another copy', async () => {
  // It begins a stream, tells of one event, and is never heard of again.
  const hanging = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('event: next\ndata: {"data":{"bookChanged":{"status":"LENT"}}}\n\n');
  });
  const url = await listen(hanging, 0, '127.0.0.1');
  await rooms.stop();
  rooms = reach('users', [{ ...(copies[0] as Copy), url }, copies[1] as Copy], { silence: 1_100 });
  const schema = buildSchema('type Query { a: Int } type Subscription { bookChanged(id: ID!): Int }');
  const { subscribe } = rooms.roomsOf({ apiSchema: schema })('users');
  const stream = (await subscribe({ query: CHANGES, variables: { id: await house.book() }, envelope: ada })) as Stream;
  const told = [(await stream.next()).value, (await stream.next()).value];
  expect(told).toEqual(['LENT', 'SHELVED'].map((status) => ({ data: { bookChanged: { status } } })));
  await stream.return?.();
  hanging.closeAllConnections();
  hanging.close();
});

describe('copies of a room', () => {
  it('given one that stops taking requests, then the other does all of it, mutations as well', async () => {
    const draining = copies[0]?.drain();
    for (let count = 0; count < 6; count++) {
      const id = await house.book();
      expect((await lend(id)).data?.lendBook).toMatchObject({ userErrors: [] });
    }
    await draining;
  });

  it('given one that stops taking requests, then subscriptions are opened at the other', async () => {
    const id = await house.book();
    const draining = copies[0]?.drain();
    for (let count = 0; count < 4; count++) {
      const answer = await rooms.rooms('users').subscribe({ query: CHANGES, variables: { id }, envelope: ada });
      expect(Symbol.asyncIterator in answer).toBe(true);
      await (answer as Stream).return?.();
    }
    await draining;
  });

  it('given one that is gone, then the other answers', async () => {
    const id = await house.book();
    await copies[1]?.stop();
    for (let count = 0; count < 4; count++) expect((await ask(BOOK, { id })).data?.book).toBeTruthy();
  });

  it('given none, then the room is unavailable', async () => {
    for (const copy of copies) await copy.stop();
    await expect(ask(BOOK, { id: 'a' })).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
  });
});
