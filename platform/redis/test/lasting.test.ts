import Redis from 'ioredis';
import { describeWithRedis } from '../../../test/redis/redis';
import { eventually } from '../../../test/story/rest';
import { findProcess } from '../../data/embedded/processes';
import { startLastingRedis } from '../server';

describeWithRedis('a Redis that lasts', () => {
  it('given that it is killed, then it is started again on the same port, and stops when it is told to', async () => {
    const said: string[] = [];
    const redis = await startLastingRedis({}, (sentence) => said.push(sentence));
    const client = new Redis(redis.url);
    client.on('error', () => {});
    const killed = redis.pid;

    process.kill(killed, 'SIGKILL');
    await eventually('there is another', async () => redis.pid !== killed && (await client.ping()) === 'PONG');

    expect(said).toEqual(['Redis: ended by SIGKILL. It is started again.']);
    client.disconnect();
    await redis.stop();
    expect(findProcess(redis.pid)).toBeUndefined();
  });
});
