import { manualClock } from '../../../platform/kernel/clock';
import { usualProtection } from '../../protection/protection';
import { addressBehind } from '../../protection/rates/address';
import { localBuckets } from '../../protection/rates/buckets';
import { startTestEdge, type TestEdge } from '../edge';

describe('a token bucket', () => {
  const take = async (buckets: ReturnType<typeof localBuckets>, cost: number, now: number, key = 'a') => {
    const { granted, available, wait } = await buckets.take(key, cost, now);
    return [granted, available, wait];
  };

  it('gives what is in it, then what has come since, and never more than fits', async () => {
    const buckets = localBuckets({ capacity: 10, perSecond: 2 });
    expect(await take(buckets, 8, 0)).toEqual([true, 2, 0]);
    expect(await take(buckets, 4, 0)).toEqual([false, 2, 1000]);
    expect(await take(buckets, 4, 1000)).toEqual([true, 0, 0]);
    expect(await take(buckets, 10, 100_000)).toEqual([true, 0, 0]);
    expect(await take(buckets, 1, 100_000, 'b')).toEqual([true, 9, 0]);
  });

  it('given what is dearer than it holds, then a full one grants it, and owes', async () => {
    const buckets = localBuckets({ capacity: 10, perSecond: 1 });
    expect(await take(buckets, 30, 0)).toEqual([true, 0, 0]);
    expect(await take(buckets, 1, 20_000)).toEqual([false, 0, 1000]);
    expect(await take(buckets, 1, 21_000)).toEqual([true, 0, 0]);
  });

  it('given a clock that goes back, then nothing is lost and nothing won', async () => {
    const buckets = localBuckets({ capacity: 10, perSecond: 1 });
    await take(buckets, 5, 10_000);
    expect(await take(buckets, 1, 0)).toEqual([true, 4, 0]);
  });

  it('given more keys than there is room for, then the longest unused is forgotten', async () => {
    const buckets = localBuckets({ capacity: 10, perSecond: 0.001 }, 2);
    for (const key of ['a', 'b', 'a', 'c']) await take(buckets, 5, 0, key);
    expect(await take(buckets, 0, 0, 'a')).toEqual([true, 0, 0]);
    expect(await take(buckets, 0, 0, 'b')).toEqual([true, 10, 0]);
  });
});

describe('where a request comes from', () => {
  it.each([
    [0, '10.0.0.1', '8.8.8.8', '10.0.0.1'],
    [1, '10.0.0.1', '1.2.3.4, 8.8.8.8', '8.8.8.8'],
    [2, '10.0.0.1', '1.2.3.4, 8.8.8.8', '1.2.3.4'],
    [5, '10.0.0.1', '1.2.3.4, 8.8.8.8', '1.2.3.4'],
    [1, '127.0.0.1', '8.8.8.8', '8.8.8.8'],
    [1, '10.0.0.1', undefined, '10.0.0.1'],
    [0, '127.0.0.1', '8.8.8.8', undefined],
    [0, '::1', undefined, undefined],
    [0, '::ffff:127.0.0.1', undefined, undefined],
    [0, '::ffff:9.9.9.9', undefined, '9.9.9.9'],
    [0, '2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2::/64'],
    [0, '2001:DB8::7', undefined, '2001:db8:0:0::/64'],
    [0, undefined, undefined, undefined],
  ])('given %d proxies, the peer %s and x-forwarded-for %s, then %s', (proxies, peer, forwarded, expected) => {
    expect(addressBehind(proxies)({ 'x-forwarded-for': forwarded }, peer)).toBe(expected);
  });
});

describe('at the endpoint', () => {
  const clock = manualClock();
  let edge: TestEdge;
  const rate = { capacity: 10, perSecond: 1 };
  beforeEach(async () => {
    const rates = { identities: localBuckets(rate), addresses: localBuckets({ capacity: 15, perSecond: 1 }) };
    edge = await startTestEdge({ clock, protection: { ...usualProtection, rates, trustedProxies: 1 } });
  });
  afterEach(() => edge.stop());
  const BOOKS = '{ books { id } }';
  const from = (address: string, more: object = {}) => ({ 'x-forwarded-for': address, ...more });

  it('given too much from one address, then 429, RATE_LIMITED and Retry-After; others are served, and so is it later', async () => {
    const statuses = [];
    for (let n = 0; n < 4; n++) statuses.push((await edge.query(BOOKS, from('8.8.8.8'))).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const { headers, body } = await edge.query(BOOKS, from('8.8.8.8'));
    expect(headers.get('retry-after')).toBe('5');
    expect(body).not.toHaveProperty('data');
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'RATE_LIMITED', retryAfter: 5 });
    expect((await edge.query(BOOKS, from('9.9.9.9'))).status).toBe(200);
    clock.advance(5_000);
    expect((await edge.query(BOOKS, from('8.8.8.8'))).status).toBe(200);
  });

  it('given too much by one user from many addresses, then 429', async () => {
    const exp = Math.floor(clock.now().getTime() / 1000) + 600;
    const authorization = `Bearer ${await edge.token({ exp })}`;
    const statuses = [];
    for (let n = 0; n < 3; n++) statuses.push((await edge.query(BOOKS, from(`8.8.8.${n}`, { authorization }))).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  it('given this machine itself, then there is no limit', async () => {
    for (let n = 0; n < 10; n++) expect((await edge.query(BOOKS)).status).toBe(200);
  });

  it('given agora-cost: on, then the answer tells what it cost and what is left', async () => {
    const { body } = await edge.query(BOOKS, from('7.7.7.7', { 'agora-cost': 'on' }));
    expect(body).toMatchObject({
      extensions: {
        cost: {
          requested: 5,
          actual: 2,
          throttle: { maximumAvailable: 15, currentlyAvailable: 10, restoreRate: 1 },
        },
      },
    });
  });

  it('given too much by SSE, then 429 and Retry-After, too', async () => {
    for (let n = 0; n < 3; n++) await edge.query(BOOKS, from('6.6.6.6'));
    const response = await fetch(`${edge.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...from('6.6.6.6') },
      body: JSON.stringify({ query: BOOKS }),
    });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '5']);
  });
});
