import { newId } from '../../../platform/kernel/ids';
import { buyer, staff } from '../../../test/story/house';
import { startStory, stop, type Story } from './story';

describe('offering coupons', () => {
  let story: Story;
  beforeAll(async () => void (story = await startStory()));
  afterAll(() => stop(story));

  const LIST = `query ($first: Int!, $after: String, $filter: CouponFilter) { coupons(first: $first, after: $after, filter: $filter) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id name kind remaining perUserLimit startsAt endsAt } } }`;
  const everyone = { ...buyer(), tenant: 'other' };
  const theirStaff = { ...staff(), tenant: 'other' };

  it('given only a name, a kind, a value and a total, then the rest takes its defaults', async () => {
    const { coupon } = await story.createCoupon({ name: ' Ten off ', kind: 'AMOUNT_OFF', value: '10.5', total: 3 });
    expect(coupon).toMatchObject({
      name: 'Ten off',
      kind: 'AMOUNT_OFF',
      issue: 'CLAIM',
      value: '10.50',
      threshold: null,
      currencyCode: 'USD',
      total: 3,
      remaining: 3,
      perUserLimit: 1,
      validDays: null,
      startsAt: '2026-01-01T00:00:00.000Z',
      endsAt: null,
    });
  });

  it('given a percentage with a threshold in euros, then it is for euros; without a threshold it is for every currency', async () => {
    const percent = { kind: 'PERCENT_OFF', value: '12.5', currencyCode: 'EUR' };
    expect((await story.createCoupon({ ...percent, threshold: '20' })).coupon).toMatchObject({
      value: '12.5',
      currencyCode: 'EUR',
      threshold: { amount: '20.00', currencyCode: 'EUR' },
    });
    expect((await story.createCoupon(percent)).coupon).toMatchObject({ currencyCode: null, threshold: null });
  });

  it.each([
    ['a name in emoji', { name: '🎉🎁' }],
    ['a name from right to left', { name: 'خصم الصيف' }],
    ['a gift of any price', { kind: 'GIFT', value: '0' }],
    ['a threshold of 0 for cash', { kind: 'CASH', threshold: '0' }],
    ['the largest total', { total: 100_000_000 }],
    ['an end that never comes', { validDays: 3650, endsAt: '9999-12-31T00:00:00Z' }],
  ])('given %s, then it is taken', async (_what, input) => {
    expect((await story.createCoupon(input)).userErrors).toEqual([]);
  });

  it.each([
    ['a negative value', { value: '-1' }, 'value'],
    ['a value of 0', { value: '0' }, 'value'],
    ['more than 100 percent', { kind: 'PERCENT_OFF', value: '100.01' }, 'value'],
    ['a percentage with too many decimals', { kind: 'PERCENT_OFF', value: '10.001' }, 'value'],
    ['money with too many decimals', { value: '1.001' }, 'value'],
    ['money beyond counting', { value: '999999999999999999' }, 'value'],
    ['a negative gift', { kind: 'GIFT', value: '-0.01' }, 'value'],
    ['a negative threshold', { kind: 'AMOUNT_OFF', threshold: '-1' }, 'threshold'],
    ['a threshold for cash', { kind: 'CASH', threshold: '1' }, 'threshold'],
    ['a total of 0', { total: 0 }, 'total'],
    ['a total of -1', { total: -1 }, 'total'],
    ['a total of 2147483647', { total: 2_147_483_647 }, 'total'],
    ['a limit of 0', { perUserLimit: 0 }, 'perUserLimit'],
    ['a limit of 2147483647', { perUserLimit: 2_147_483_647 }, 'perUserLimit'],
    ['no valid days', { validDays: 0 }, 'validDays'],
    ['2147483647 valid days', { validDays: 2_147_483_647 }, 'validDays'],
    ['an end before its start', { startsAt: '2026-02-02T00:00:00Z', endsAt: '2026-02-01T00:00:00Z' }, 'endsAt'],
    ['an end at its start', { startsAt: '2026-02-02T00:00:00Z', endsAt: '2026-02-02T00:00:00Z' }, 'endsAt'],
    ['a year that nobody means', { startsAt: '0026-01-01T00:00:00Z' }, 'startsAt'],
    ['a blank name', { name: ' \t ' }, 'name'],
    ['a huge name', { name: '😀'.repeat(500) }, 'name'],
    ['a currency the shop does not take', { currencyCode: 'JPY' }, 'currencyCode'],
  ])('given %s, then it is refused with INVALID_INPUT', async (_what, input, field) => {
    const { coupon, userErrors } = await story.createCoupon(input);
    expect(coupon).toBeNull();
    expect(userErrors).toEqual([{ code: 'INVALID_INPUT', field: [field], message: expect.any(String) }]);
  });

  it('given a buyer or a guest, when they offer a coupon, then they may not', async () => {
    await expect(story.createCoupon({}, buyer())).rejects.toThrow('coupons:write');
    await expect(story.createCoupon({}, {})).rejects.toThrow('Sign in first');
  });

  it('lists what can be claimed now or later, newest first, in pages of 2 statements at most', async () => {
    for (const name of ['first', 'second', 'third']) {
      await story.coupon({ name }, theirStaff);
      story.house.clock.advance(1);
    }
    await story.coupon({ name: 'over', startsAt: '2025-01-01T00:00:00Z', endsAt: '2025-02-01T00:00:00Z' }, theirStaff);
    await story.coupon({ name: 'for new accounts', issue: 'AUTO' }, theirStaff);
    await story.coupon({ name: 'later', startsAt: '2030-01-01T00:00:00Z' }, theirStaff);

    const names: string[] = [];
    let after: string | null = null;
    do {
      const statements = await story.statements(async () => {
        const { data } = await story.ask(LIST, { first: 3, after }, everyone);
        expect(data.coupons.totalCount).toBe(4);
        names.push(...data.coupons.nodes.map((node: { name: string }) => node.name));
        after = data.coupons.pageInfo.hasNextPage ? data.coupons.pageInfo.endCursor : null;
      });
      expect(statements.length).toBeLessThanOrEqual(2);
    } while (after);
    expect(names).toEqual(['later', 'third', 'second', 'first']);
  });

  it('given staff who ask for all, then they see all; given a buyer, then they may not', async () => {
    const all = { first: 100, filter: { scope: 'ALL' } };
    expect((await story.ask(LIST, all, theirStaff)).data.coupons.totalCount).toBe(6);
    expect((await story.ask(LIST, all, everyone)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('given a cursor of another shop, of another list or of no list, then it is refused', async () => {
    const { data } = await story.ask(LIST, { first: 1, filter: { scope: 'ALL' } }, theirStaff);
    const cursor = data.coupons.pageInfo.endCursor;
    for (const [who, after] of [
      [theirStaff, cursor],
      [staff(), cursor],
      [{}, 'nonsense'],
      [{}, ''],
    ] as const) {
      expect((await story.ask(LIST, { first: 1, after }, who)).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    }
  });

  it.each([0, -1, 101, 2_147_483_647])('given a page of %i, then it is refused', async (first) => {
    expect((await story.ask(LIST, { first })).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('given a coupon that is not for claiming, when it is looked up, then staff see it and buyers do not', async () => {
    const id = await story.coupon({ issue: 'EXCHANGE_CODE' });
    const look = (couponId: string, who: object) =>
      story.ask('query ($id: ID!) { coupon(id: $id) { id } }', { id: couponId }, who);
    expect((await look(id, staff())).data.coupon).toEqual({ id });
    expect((await look(id, buyer())).data.coupon).toBeNull();
    expect((await look(id, theirStaff)).data.coupon).toBeNull();
    expect((await look(newId('cpn', new Date()), {})).data.coupon).toBeNull();
    expect((await look('nonsense', {})).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });
});
