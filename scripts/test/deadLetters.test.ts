import type Redis from 'ioredis';
import pino from 'pino';
import type { EventMessage } from '../../platform/events/event';
import { streamBus } from '../../platform/events/streams/bus';
import { bury, listDeadLetters } from '../../platform/events/streams/deadLetters';
import { fieldsOf } from '../../platform/events/streams/entries';
import { openRedis } from '../../platform/redis/connection';
import { startRedis, type RedisServer } from '../../platform/redis/server';
import { describeWithRedis } from '../../test/redis/redis';
import { runProgram } from '../../test/story/program';
import { eventually } from '../../test/story/rest';

jest.setTimeout(60_000);

const log = pino({ level: 'silent' });
const TYPE = 'orders.order-placed.v1';
const event = (id: string): EventMessage => ({
  id,
  tenant: 'demo',
  type: TYPE,
  payload: { orderId: `ord of ${id}` },
  occurredAt: new Date('2026-01-01T00:00:00.000Z'),
});

/** Runs the command to its end. */
async function run(args: readonly string[], url: string) {
  const { ended, output } = runProgram('scripts/deadLetters.ts', args, { REDIS_URL: url });
  const [code] = await ended;
  return { code, output: output().trim() };
}

describeWithRedis('npm run dead-letters', () => {
  let server: RedisServer;
  let redis: Redis;
  beforeAll(async () => {
    server = await startRedis();
    redis = openRedis({ url: server.url, name: 'test', log });
  });
  afterAll(async () => {
    redis.disconnect();
    await server.stop();
  });
  beforeEach(() => redis.flushall());

  const giveUp = (id: string) =>
    bury(redis, { from: 'orders', listener: 'payments', reason: 'It was taken 9 times.' }, fieldsOf(event(id), ''));
  const ids = async () => (await listDeadLetters(redis)).map(({ fields }) => fields.id);

  it('given none, then it says so', async () => {
    expect(await run([], server.url)).toEqual({ code: 0, output: 'There are no dead letters.' });
  });

  it('shows what was given up, by whom and why', async () => {
    await giveUp('evt_1');
    const { code, output } = await run([], server.url);
    const [letter] = await listDeadLetters(redis);
    expect(code).toBe(0);
    expect(output.split('\n').map((line) => line.trim())).toEqual([
      `${letter?.id}  ${TYPE} evt_1`,
      'published by orders, given up by payments: It was taken 9 times.',
      '{"orderId":"ord of evt_1"}',
    ]);
  });

  it('sends one again, by its id: the room hears it, and the others stay', async () => {
    const heard: string[] = [];
    const bus = streamBus({ url: server.url, consumer: 'payments-1', listeners: new Map(), log });
    bus.subscribe('payments', [TYPE], async (events) => void heard.push(...events.map(({ id }) => id)));
    for (const id of ['evt_1', 'evt_2']) await giveUp(id);
    const [, second] = await listDeadLetters(redis);
    expect(await run(['replay', second?.id ?? ''], server.url)).toEqual({ code: 0, output: '1 sent again.' });
    await eventually('it is heard', async () => heard.length > 0);
    expect([heard, await ids()]).toEqual([['evt_2'], ['evt_1']]);
    await bus.rest();
    await bus.close();
  });

  it('sends all again', async () => {
    for (const id of ['evt_1', 'evt_2', 'evt_3']) await giveUp(id);
    expect(await run(['replay', 'all'], server.url)).toEqual({ code: 0, output: '3 sent again.' });
    expect([await ids(), await redis.xlen('agora:events:orders')]).toEqual([[], 3]);
  });

  it.each([
    ['another command', ['bury']],
    ['no id', ['replay']],
  ])('given %s, then it says how it is used', async (_, args) => {
    const { code, output } = await run(args, server.url);
    expect(code).toBe(1);
    expect(output).toMatch('npm run dead-letters -- replay all, or replay <ID> …, sends them again.');
  });

  it('given an id that is none of theirs, then it names it, and sends nothing', async () => {
    await giveUp('evt_1');
    const [letter] = await listDeadLetters(redis);
    expect(await run(['replay', letter?.id ?? '', '1-1'], server.url)).toEqual({
      code: 1,
      output: 'There is no dead letter 1-1.',
    });
    expect(await ids()).toEqual(['evt_1']);
  });

  it('given no Redis, then a sentence says what is needed', async () => {
    expect(await run([], '')).toEqual({ code: 1, output: 'REDIS_URL is needed: dead letters are kept in Redis.' });
  });

  it('given a Redis that does not answer, then a sentence says where', async () => {
    const { code, output } = await run([], 'redis://127.0.0.1:1');
    expect(code).toBe(1);
    expect(output).toMatch('The Redis at 127.0.0.1:1 does not answer. Start it, or correct REDIS_URL.');
    expect(output).not.toMatch(/^ +at /m);
  });
});
