import { startRedis, type RedisServer } from '../../platform/redis/server';
import { describeWithRedis } from '../../test/redis/redis';
import { startTestAgora, type TestAgora } from '../../test/story/agora';
import { listen } from '../../test/story/listening';
import { startStory } from '../../test/story/shop';

describeWithRedis('all of Agora with a Redis', () => {
  let server: RedisServer;
  let agora: TestAgora;
  beforeAll(async () => {
    server = await startRedis();
    agora = await startTestAgora({ environment: { REDIS_URL: server.url } });
  });
  afterAll(async () => {
    await agora?.stop();
    await server?.stop();
  });

  it('lets events and wakes go through it', async () => {
    const shop = await startStory(agora);
    const [ada, lamp] = [await shop.buyer(), await shop.goods()];
    const order = await shop.order(ada, [lamp, 1]);
    const updates = await listen(agora, ada, 'OrderUpdated', { orderId: order.id });
    await shop.pay(ada, order);
    let seen = '';
    while (seen !== 'PAID') seen = (await updates.next()).order.status;
    await updates.leave();
    expect(await agora.violations()).toEqual([]);
  });
});
