import pino from 'pino';
import { systemTimers } from '../../../platform/kernel/timers';
import { openHints } from '../../../registry/server/hints';
import { startRedis, type RedisServer } from '../../../platform/redis/server';
import { describeWithRedis } from '../../../test/redis/redis';
import { eventually } from '../../../test/story/rest';
import { redisHints } from '../../supergraph/registry/hints';
import { startForeignRooms, type ForeignRooms } from '../standalone/graph';
import { startFollower, startRegistry } from './followed';

const log = pino({ level: 'silent' });

describeWithRedis('a hint over Redis', () => {
  let redis: RedisServer;
  let rooms: ForeignRooms;
  beforeAll(async () => {
    [redis, rooms] = await Promise.all([startRedis(), startForeignRooms()]);
  });
  afterAll(async () => {
    await rooms.stop();
    await redis.stop();
  });

  it('given a gateway that would ask much later, then it asks at once', async () => {
    const registry = await startRegistry();
    const announced = openHints({ redis: redis.url, log });
    const hints = redisHints(redis.url, log);
    await registry.publish(rooms.sdl);
    // Whatever it waits for between two questions takes an hour, but for what follows a hint.
    const pause: typeof systemTimers.pause = (milliseconds, signal) =>
      systemTimers.pause(milliseconds === 100 ? milliseconds : 3_600_000, signal);
    const gateway = await startFollower(registry, { hints, timers: { ...systemTimers, pause } });
    registry.interfere((_request, response) => response.destroy());
    await eventually('a pause', async () => gateway.logged('is out of reach').length > 0);
    registry.interfere(undefined);

    await registry.publish(await rooms.composed('\nextend type Book { headline: String }'));
    expect(gateway.release()).toBe(1);
    const release = await registry.store.live();
    await eventually('release 2', async () => {
      announced.announce(release!);
      return gateway.release() === 2;
    });

    await gateway.stop();
    await Promise.all([hints.stop(), announced.close()]);
    await registry.stop();
  });
});
