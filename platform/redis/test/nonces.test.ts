import pino from 'pino';
import { describeWithRedis } from '../../../test/redis/redis';
import { eventually } from '../../../test/story/rest';
import { openNonces, type SharedNonces } from '../nonces';
import { startRedis, type RedisServer } from '../server';

const log = pino({ level: 'silent' });
const NOW = 1_000_000;

describeWithRedis('nonces that copies of a room remember together', () => {
  let server: RedisServer;
  let open: SharedNonces[];
  beforeEach(async () => {
    server = await startRedis();
    open = [];
  });
  afterEach(async () => {
    for (const each of open) each.close();
    await server.stop();
  });

  /** A copy that has its connection. */
  async function copy(name: string) {
    let alone = 0;
    const opened = openNonces({ url: server.url, name, log }, () => (alone += 1));
    open.push(opened);
    let count = 0;
    await eventually('it is connected', async () => {
      const before = alone;
      await opened.seen(`${name} ${++count}`, NOW);
      return alone === before;
    });
    const connected = alone;
    return { seen: opened.seen, alone: () => alone - connected };
  }

  it('given one that a copy has taken, then no copy takes it again', async () => {
    const [a, b] = [await copy('a'), await copy('b')];
    expect([await a.seen('one', NOW), await b.seen('one', NOW), await a.seen('one', NOW)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([a.alone(), b.alone()]).toEqual([0, 0]);
  });

  it('given the same at two copies at once, then one of them takes it', async () => {
    const [a, b] = [await copy('a'), await copy('b')];
    const names = Array.from({ length: 50 }, (_, at) => `at once ${at}`);
    const taken = await Promise.all(names.map((each) => Promise.all([a.seen(each, NOW), b.seen(each, NOW)])));
    expect(taken.filter(([one, other]) => one === other)).toEqual([]);
  });

  it('given a Redis that is gone, then each copy goes on by what it knows itself, and that is counted', async () => {
    const { seen, alone } = await copy('a');
    await seen('before', NOW);
    await server.stop();
    expect([await seen('before', NOW), await seen('after', NOW), await seen('after', NOW)]).toEqual([
      false,
      true,
      false,
    ]);
    expect(alone()).toBe(1);
  });

  it('given a Redis that hangs, then it is waited for once in a while, not by every request', async () => {
    const { seen, alone } = await copy('a');
    process.kill(server.pid, 'SIGSTOP');
    expect(await seen('first', NOW)).toBe(true);
    const begunAt = performance.now();
    for (let count = 0; count < 100; count += 1) expect(await seen(`next ${count}`, NOW)).toBe(true);
    // Each that waits takes a quarter of a second: all of them would take 25 seconds.
    expect(performance.now() - begunAt).toBeLessThan(5_000);
    expect(alone()).toBe(101);
    process.kill(server.pid, 'SIGCONT');
    await eventually('it is asked again', async () => {
      const before = alone();
      await seen(`later ${performance.now()}`, NOW + 1_000);
      return alone() === before;
    });
  });
});
