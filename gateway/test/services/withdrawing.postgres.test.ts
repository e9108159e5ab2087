import { parse } from 'graphql';
import pino from 'pino';
import { startRedis, type RedisServer } from '../../../platform/redis/server';
import { openWithdrawals, type Withdrawals } from '../../../platform/redis/withdrawals';
import { startShelf, type Shelf } from '../../../platform/test/shelf/story';
import { shelf, type Context } from '../../../platform/test/shelf/subgraph';
import { startProxy, type Proxy } from '../../../test/faults/proxies/proxy';
import { describeWithRedis } from '../../../test/redis/redis';
import { eventually } from '../../../test/story/rest';
import type { AddressedRooms } from '../../transports/addressedRooms';
import { ada, reach, startCopy, type Copy } from './copies';
import { startLine, type Line } from './line';

const log = pino({ level: 'silent' });
/** Its one mutation without an idempotency key has an effect as often as it is carried out. */
const definition = {
  ...shelf,
  resolvers: {
    ...shelf.resolvers,
    Mutation: {
      ...shelf.resolvers.Mutation,
      async readBook(_: unknown, { id }: { id: string }, context: Context) {
        await context.transaction((tx) => tx.repositories.books.put(id));
        return { book: await context.repositories.books.byId(id) };
      },
    },
  },
};
const ADD = parse('mutation ($id: ID!) { readBook(id: $id) { book { copies } } }');
const LEND = parse('mutation ($id: ID!) { lendBook(id: $id, idempotencyKey: "k") { userErrors { code } } }');
const BOOK = parse('query ($id: ID!) { book(id: $id) { copies } }');

describeWithRedis('a mutation without an idempotency key', () => {
  let house: Shelf;
  let redis: RedisServer;
  let wire: Proxy;
  let copies: Copy[];
  let lines: [Line, Line];
  let withdrawals: Withdrawals;
  let rooms: AddressedRooms;
  beforeAll(async () => void (house = await startShelf(definition)));
  afterAll(() => house.stop());

  const portOf = ({ url }: RedisServer) => Number(new URL(url).port);

  /** Asks through both lines until what may be withdrawn is let in there. */
  async function connected(): Promise<void> {
    const book = await house.book();
    await eventually('gateway and copies have found Redis', async () => {
      const before = lines.map(({ nonces }) => nonces.length);
      for (const _line of lines) await add(book);
      return lines.every(({ nonces }, at) => {
        const since = nonces.slice(before[at]);
        return since.length === 1 && since[0]?.split('.').length === 3;
      });
    });
  }
  beforeEach(async () => {
    redis = await startRedis();
    wire = await startProxy({ host: '127.0.0.1', port: portOf(redis) }, Math.random);
    const redisUrl = `redis://127.0.0.1:${wire.port}`;
    copies = [await startCopy(house.room('users'), { redisUrl }), await startCopy(house.room('users'), { redisUrl })];
    lines = [await startLine(copies[0]!.url), await startLine(copies[1]!.url)];
    withdrawals = openWithdrawals({ url: redis.url, name: 'gateway', log });
    rooms = reach('users', lines, {}, withdrawals);
    await connected();
  });
  afterEach(async () => {
    await rooms.stop();
    withdrawals.close();
    for (const line of lines) await line.stop();
    for (const copy of copies) await copy.stop();
    await wire.stop();
    await redis.stop();
  });

  const ask = (document = ADD, variables: object = {}) =>
    rooms.rooms('users').execute({
      document,
      query: document.loc?.source.body as string,
      variables: variables as Record<string, unknown>,
      envelope: ada,
    });
  const add = (id: string) => ask(ADD, { id });
  /** How often it was carried out. */
  const additions = async (id: string) =>
    ((await ask(BOOK, { id })).data as { book: { copies: number } }).book.copies - 1;
  const replays = async (copy: Copy) =>
    (await copy.refusals())?.find(({ labels }) => labels.flaw === 'replayed')?.value ?? 0;
  const unavailable = { extensions: { code: 'UNAVAILABLE' } };

  it('given a line that breaks before the room has it, then another copy does it, and what arrives late is refused', async () => {
    const id = await house.book();
    lines[0].harm('broken before');
    for (let count = 0; count < 2; count += 1) expect((await add(id)).errors).toBeUndefined();
    const late = await lines[0].arrive();
    expect(late.map(({ status }) => status)).toEqual([401]);
    expect([await additions(id), await replays(copies[0]!)]).toEqual([2, 1]);
  });

  it('given a line that breaks when the room has done it, then it is unavailable, and not done again', async () => {
    const id = await house.book();
    lines[0].harm('broken after');
    const answers = await Promise.allSettled([add(id), add(id)]);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: unavailable });
    expect(await additions(id)).toBe(2);
  });

  it('given a copy that stands still before it has it, then another does it, and the first refuses it when it goes on', async () => {
    const id = await house.book();
    lines[0].harm('still before');
    for (let count = 0; count < 2; count += 1) expect((await add(id)).errors).toBeUndefined();
    lines[0].goOn();
    await eventually('the first has refused it', async () => (await replays(copies[0]!)) === 1);
    expect([await additions(id), lines[0].statuses.includes(401)]).toEqual([2, true]);
  });

  it('given a copy that stands still when it has done it, then it is waited for', async () => {
    const id = await house.book();
    lines[0].harm('still after');
    const answers = Promise.all([add(id), add(id)]);
    await eventually('it is left out', async () => (await add(id)) && (await add(id)) && lines[0].statuses.length > 1);
    lines[0].goOn();
    expect((await answers).map(({ errors }) => errors)).toEqual([undefined, undefined]);
  });

  it('given a room behind one address, then it is sent there again', async () => {
    const id = await house.book();
    const alone = reach('users', [lines[0]], {}, withdrawals);
    lines[0].harm('broken before');
    const query = ADD.loc?.source.body as string;
    const answer = await alone.rooms('users').execute({ document: ADD, query, variables: { id }, envelope: ada });
    expect([answer.errors, await additions(id)]).toEqual([undefined, 1]);
    await alone.stop();
  });

  it('given copies that cannot reach Redis, then they let it in when it may not be withdrawn any more', async () => {
    const id = await house.book();
    wire.set({ kind: 'cut' });
    for (const line of lines) line.statuses.length = 0;
    for (let count = 0; count < 2; count += 1) expect((await add(id)).errors).toBeUndefined();
    expect(lines.map(({ statuses }) => statuses)).toEqual([
      [503, 200],
      [503, 200],
    ]);
    lines[0].harm('broken before');
    const answers = await Promise.allSettled([add(id), add(id)]);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: unavailable });
    wire.set({ kind: 'clear' });
    expect(await additions(id)).toBe(3);
  });

  it('given a Redis that starts again empty when the room has done it, then it is not done again', async () => {
    const id = await house.book();
    lines[0].harm('broken after', async () => {
      await redis.stop();
      redis = await startRedis({ port: portOf(redis) });
      await eventually('the gateway has found it', async () => withdrawals.begin() !== undefined);
    });
    const answers = await Promise.allSettled([add(id), add(id)]);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: unavailable });
    expect(await additions(id)).toBe(2);
  });

  it('given a gateway without Redis, then nothing may be withdrawn', async () => {
    const id = await house.book();
    await redis.stop();
    await eventually('the gateway has lost it', async () => withdrawals.begin() === undefined);
    lines[0].harm('broken before');
    const answers = await Promise.allSettled([add(id), add(id)]);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: unavailable });
    expect(lines.map(({ nonces }) => nonces.at(-1)?.split('.').length)).toEqual([2, 2]);
  });

  it.each([
    ['a query', BOOK],
    ['a mutation that has one', LEND],
  ])('is what it is about: %s is sent as ever, and sent again when its line breaks', async (_what, document) => {
    const id = await house.book();
    lines[0].harm('broken before');
    for (let count = 0; count < 2; count += 1) expect((await ask(document, { id })).errors).toBeUndefined();
    expect(lines.map(({ nonces }) => nonces.at(-1)?.split('.').length)).toEqual([2, 2]);
  });
});
