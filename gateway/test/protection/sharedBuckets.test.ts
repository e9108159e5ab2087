import pino from 'pino';
import { startRedis, type RedisServer } from '../../../platform/redis/server';
import { describeWithRedis } from '../../../test/redis/redis';
import { eventually } from '../../../test/story/rest';
import { localBuckets } from '../../protection/rates/buckets';
import { sharedBuckets, type SharedBuckets } from '../../protection/rates/sharedBuckets';

const log = pino({ level: 'silent' });
const RATE = { capacity: 10, perSecond: 2 };

describeWithRedis('buckets that gateways share', () => {
  let server: RedisServer;
  let gateways: SharedBuckets[];
  beforeEach(async () => {
    server = await startRedis();
    gateways = [sharedBuckets(server.url, log), sharedBuckets(server.url, log)];
    const [one, two] = gateways.map(({ of }) => of('probe', { capacity: 1_000_000, perSecond: 1 }));
    // Until both are connected, each counts for itself.
    await eventually('they count together', async () => {
      const before = await one?.take('a', 1, 0);
      return (await two?.take('a', 1, 0))?.available === (before?.available ?? 0) - 1;
    });
  });
  afterEach(async () => {
    for (const { stop } of gateways) await stop();
    await server.stop();
  });

  it('are one bucket, whichever gateway is asked', async () => {
    const [one, two] = gateways.map(({ of }) => of('identities', RATE));
    expect(await one?.take('ada', 7, 0)).toEqual({ granted: true, available: 3, wait: 0 });
    expect(await two?.take('ada', 7, 0)).toEqual({ granted: false, available: 3, wait: 2_000 });
    expect(await two?.take('ada', 7, 2_000)).toEqual({ granted: true, available: 0, wait: 0 });
    expect((await one?.take('bob', 1, 0))?.available).toBe(9);
  });

  it('count as those of a single process do', async () => {
    const [shared, local] = [gateways[0]?.of('same', RATE), localBuckets(RATE)];
    for (const [cost, now] of [
      [4, 0],
      [4, 500],
      [4, 600],
      [40, 20_000],
      [1, 20_100],
      [1, 50_000],
    ] as const)
      expect(await shared?.take('a', cost, now)).toEqual(await local.take('a', cost, now));
  });

  it('given a Redis that is gone, then each gateway counts for itself', async () => {
    await server.stop();
    const buckets = gateways[0]?.of('alone', RATE);
    await eventually('it is known to be gone', async () => (await buckets?.take('a', 1, 0)) !== undefined);
    expect((await buckets?.take('b', 10, 0))?.granted).toBe(true);
    expect((await buckets?.take('b', 10, 0))?.granted).toBe(false);
    server = await startRedis();
  });

  it('given a Redis that hangs, then it is waited for once in a while, not by every request', async () => {
    process.kill(server.pid, 'SIGSTOP');
    const buckets = gateways[0]?.of('hanging', { capacity: 100, perSecond: 1 });
    const begunAt = performance.now();
    for (let count = 0; count < 100; count += 1) expect((await buckets?.take('a', 1, 0))?.granted).toBe(true);
    // Each that waits takes a quarter of a second: all of them would take 25 seconds.
    expect(performance.now() - begunAt).toBeLessThan(5_000);
    expect((await buckets?.take('a', 1, 0))?.granted).toBe(false);
    process.kill(server.pid, 'SIGCONT');
  });
});
