import { copiesOf, plan } from '../distributed/plan';

const ports = () => {
  let port = 5_000;
  return async () => (port += 1);
};
const GROUND = { databaseUrl: 'postgres://db/agora', redisUrl: 'redis://redis' };

describe('the processes of the distributed shape', () => {
  it('are the rooms, each in as many copies as are asked for, and two gateways', async () => {
    const planned = await plan(['users', 'orders'], { COPIES_orders: '2' }, GROUND, ports());
    expect(planned.map(({ name, url }) => [name, url])).toEqual([
      ['users-1', 'http://127.0.0.1:5001'],
      ['orders-1', 'http://127.0.0.1:5002'],
      ['orders-2', 'http://127.0.0.1:5003'],
      ['gateway-1', 'http://127.0.0.1:5004'],
      ['gateway-2', 'http://127.0.0.1:5005'],
    ]);
  });

  it('know each other, share their keys, and each has a name of its own', async () => {
    const planned = await plan(['users', 'orders'], { COPIES_orders: '2' }, GROUND, ports());
    const [users, one, two, gateway] = planned.map(({ environment }) => environment);
    expect(users).toMatchObject({ ORDERS_URL: 'http://127.0.0.1:5002,http://127.0.0.1:5003', PORT: '5001' });
    expect([one?.EXECUTOR_ID, two?.EXECUTOR_ID, gateway?.EXECUTOR_ID]).toEqual(['orders-1', 'orders-2', undefined]);
    expect(new Set(planned.map(({ environment }) => environment.SERVICE_KEYS)).size).toBe(1);
  });

  it.each(['0', '9', 'many'])('given COPIES_orders=%s, then it says what it can be', (given) => {
    expect(() => copiesOf('orders', { COPIES_orders: given })).toThrow('must be a whole number from 1 to 8');
  });
});
