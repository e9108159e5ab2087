import { setTimeout as pause } from 'node:timers/promises';
import type Redis from 'ioredis';
import pino from 'pino';
import { describeWithRedis } from '../../../test/redis/redis';
import { openRedis } from '../../redis/connection';
import { startRedis, type RedisServer } from '../../redis/server';
import type { Deliver } from '../bus';
import type { EventMessage } from '../event';
import type { ConsumerTiming } from '../streams/consuming';
import { streamBus, type StreamBus } from '../streams/bus';
import { listDeadLetters, replay } from '../streams/deadLetters';
import { streamOf } from '../streams/entries';

const TYPE = 'orders.order-placed.v1';
const log = pino({ level: process.env.AGORA_TEST_LOG ?? 'silent' });
const timing = { wait: 100, idle: 300, look: 100 };

let count = 0;
const newEvent = (): EventMessage => ({
  id: `evt_${++count}`,
  tenant: 'demo',
  type: TYPE,
  payload: { orderId: `ord_${count}`, text: 'it’s "so"' },
  occurredAt: new Date('2026-01-01T00:00:00.123Z'),
});
const until = async (what: () => boolean | Promise<boolean>) => {
  while (!(await what())) await pause(5);
};

describeWithRedis('the bus between processes', () => {
  let server: RedisServer;
  let redis: Redis;
  let open: StreamBus[];
  beforeEach(async () => {
    server = await startRedis();
    redis = openRedis({ url: server.url, name: 'test', log });
    open = [];
  });
  afterEach(async () => {
    for (const bus of open) {
      await bus.rest();
      await bus.close();
    }
    redis.disconnect();
    await server.stop();
  });

  const listeners = new Map([[TYPE, ['payments', 'search']]]);
  function process(consumer: string, more: Partial<ConsumerTiming> = {}): StreamBus {
    const bus = streamBus({ url: server.url, consumer, listeners, log, timing: { ...timing, ...more } });
    open.push(bus);
    return bus;
  }
  /** A copy of a room that notes what it hears. */
  function listener(room: string, consumer: string, deliver?: Deliver, more?: Partial<ConsumerTiming>) {
    const heard: EventMessage[] = [];
    const note: Deliver = async (events) => void heard.push(...events);
    const bus = process(consumer, more);
    bus.subscribe(room, [TYPE], deliver ?? note);
    return { heard, bus, ids: () => heard.map(({ id }) => id) };
  }
  const left = async () => redis.xlen(streamOf('orders'));

  it('brings an event to every room that listens, as it was, and keeps nothing of it', async () => {
    const [payments, search] = [listener('payments', 'payments-1'), listener('search', 'search-1')];
    const event = newEvent();
    await process('orders-1').publish([event]);
    expect([payments.heard, search.heard]).toEqual([[event], [event]]);
    await until(async () => (await left()) === 0);
  });

  it('given copies of a room, then one of them hears it', async () => {
    const copies = [listener('payments', 'payments-1'), listener('payments', 'payments-2')];
    listener('search', 'search-1');
    const events = Array.from({ length: 50 }, newEvent);
    await process('orders-1').publish(events);
    const heard = copies.flatMap(({ ids }) => ids());
    expect(heard.toSorted()).toEqual(events.map(({ id }) => id).toSorted());
  });

  it('given a room that does not listen, then publishing waits for it, and is over when it has heard', async () => {
    listener('search', 'search-1');
    const event = newEvent();
    let over = false;
    const published = process('orders-1')
      .publish([event])
      .then(() => (over = true));
    await until(async () => (await left()) === 1);
    expect(over).toBe(false);
    const payments = listener('payments', 'payments-1');
    await published;
    expect(payments.ids()).toEqual([event.id]);
  });

  it('given a handler that fails, then the event is tried again, and is not over before', async () => {
    listener('search', 'search-1');
    let attempts = 0;
    listener('payments', 'payments-1', async () => {
      attempts += 1;
      if (attempts === 1) throw new Error('not now');
    });
    await process('orders-1').publish([newEvent()]);
    expect(attempts).toBe(2);
  });

  it('given a copy that dies with an event, then another one takes it over', async () => {
    listener('search', 'search-1');
    let [taken, hang] = [false, () => {}];
    const dying = listener('payments', 'payments-1', () => {
      taken = true;
      return new Promise((resolve) => (hang = resolve));
    });
    const published = process('orders-1').publish([newEvent()]);
    await until(() => taken);
    const other = listener('payments', 'payments-2');
    await published;
    expect(other.heard).toHaveLength(1);
    hang();
    await dying.bus.rest();
  });

  it('given copies that are gone for long, then those who have left nothing are forgotten, the others when that is done', async () => {
    const stream = streamOf('orders');
    const names = async () => {
      const consumers = (await redis.xinfo('CONSUMERS', stream, 'payments')) as string[][];
      return consumers.map(([, name = '']) => name).toSorted();
    };
    await redis.xgroup('CREATE', stream, 'payments', '0', 'MKSTREAM');
    await redis.xgroup('CREATECONSUMER', stream, 'payments', 'left-nothing');
    listener('search', 'search-1');
    const published = process('orders-1').publish([newEvent()]);
    await until(async () => (await left()) === 1);
    await redis.xreadgroup('GROUP', 'payments', 'left-something', 'COUNT', 1, 'STREAMS', stream, '>');
    expect(await names()).toEqual(['left-nothing', 'left-something']);
    const payments = listener('payments', 'payments-1', undefined, { forgotten: 600 });
    await published;
    await until(async () => (await names()).join() === 'payments-1');
    expect(payments.heard).toHaveLength(1);
  });

  it('given a Redis that comes back empty, then what it has lost is known to be lost, and can be published anew', async () => {
    const search = listener('search', 'search-1');
    const orders = process('orders-1');
    const event = newEvent();
    const published = orders.publish([event]);
    const outcome = published.then(
      () => 'heard',
      (error: Error) => error.message,
    );
    await until(() => search.heard.length === 1);
    const port = Number(new URL(server.url).port);
    await server.stop();
    expect(await outcome).toMatch('was not heard by payments');
    server = await startRedis({ port });
    const payments = listener('payments', 'payments-1');
    await orders.publish([event]);
    expect(payments.ids()).toEqual([event.id]);
  });

  it('given what is no event, then it is given up, and those behind it are heard', async () => {
    const [payments] = [listener('payments', 'payments-1'), listener('search', 'search-1')];
    await redis.xadd(streamOf('orders'), '*', 'id', 'evt_broken', 'payload', 'no JSON');
    const event = newEvent();
    await process('orders-1').publish([event]);
    expect(payments.ids()).toEqual([event.id]);
    const letters = await listDeadLetters(redis);
    expect(letters.map(({ listener: room, from }) => `${from} to ${room}`).toSorted()).toEqual([
      'orders to payments',
      'orders to search',
    ]);
  });

  it('given an event that every copy has died of, then it is given up, and heard when it is replayed', async () => {
    listener('search', 'search-1');
    const event = newEvent();
    await redis.xgroup('CREATE', streamOf('orders'), 'payments', '0', 'MKSTREAM');
    const published = process('orders-1').publish([event]);
    published.catch(() => {});
    await until(async () => (await left()) === 1);
    await redis.xreadgroup('GROUP', 'payments', 'dead', 'COUNT', 1, 'STREAMS', streamOf('orders'), '>');
    for (let death = 0; death < 10; death++)
      await redis.xautoclaim(streamOf('orders'), 'payments', 'dead', 0, '0', 'COUNT', 1);
    const payments = listener('payments', 'payments-1');
    await until(async () => (await listDeadLetters(redis)).length === 1);
    const [letter] = await listDeadLetters(redis);
    expect(letter).toMatchObject({ listener: 'payments', fields: { id: event.id } });
    expect(payments.heard).toEqual([]);
    if (letter) await replay(redis, letter);
    await until(() => payments.heard.length === 1);
    expect(payments.heard).toEqual([event]);
    expect(await listDeadLetters(redis)).toEqual([]);
  });
});
