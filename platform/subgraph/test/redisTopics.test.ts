import pino from 'pino';
import { describeWithRedis } from '../../../test/redis/redis';
import { startRedis, type RedisServer } from '../../redis/server';
import { redisTopics, type SharedTopics } from '../redisTopics';

const log = pino({ level: 'silent' });

describeWithRedis('topics between processes', () => {
  let server: RedisServer;
  let here: SharedTopics;
  let there: SharedTopics;
  beforeEach(async () => {
    server = await startRedis();
    [here, there] = [
      redisTopics({ url: server.url, name: 'a', group: 'orders', log }),
      redisTopics({ url: server.url, name: 'b', group: 'orders', log }),
    ];
  });
  afterEach(async () => {
    await Promise.all([here.close(), there.close()]);
    await server.stop();
  });

  it('wakes who waits in another process, and in this one', async () => {
    const [near, far] = [here.awaken('demo/order:1'), there.awaken('demo/order:1')];
    await Promise.all([near.next(), far.next()]);
    here.wake('demo/order:1');
    await Promise.all([near.next(), far.next()]);
    await Promise.all([near.return?.(), far.return?.()]);
  });

  it('wakes nobody who waits for something else', async () => {
    const other = there.awaken('demo/order:2');
    const one = there.awaken('demo/order:1');
    await Promise.all([other.next(), one.next()]);
    let woken = false;
    const waiting = other.next().then(() => (woken = true));
    here.wake('demo/order:1');
    await one.next();
    expect(woken).toBe(false);
    await Promise.all([other.return?.(), one.return?.()]);
    await waiting;
  });

  it('given a Redis that was away, then everybody is woken, for a wake may have been lost', async () => {
    const far = there.awaken('demo/order:1');
    await far.next();
    const next = far.next();
    const port = Number(new URL(server.url).port);
    await server.stop();
    here.wake('demo/order:1');
    server = await startRedis({ port });
    expect(await next).toEqual({ value: undefined, done: false });
    await far.return?.();
  });

  it('given one that died with something unsaid, then everybody is woken by the one that takes its place', async () => {
    const [far, other] = [there.awaken('demo/order:1'), there.awaken('demo/order:2')];
    await Promise.all([far.next(), other.next()]);
    here.wakeAll();
    await Promise.all([far.next(), other.next()]);
    await Promise.all([far.return?.(), other.return?.()]);
  });

  it('given who has left, then it is over', async () => {
    const far = there.awaken('demo/order:1');
    await far.next();
    const next = far.next();
    await far.return?.();
    expect((await next).done).toBe(true);
  });
});
