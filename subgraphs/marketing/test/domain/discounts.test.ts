import fc from 'fast-check';
import { type DiscountLine, discountsOf, type RunningPromotion, type UsableCoupon } from '../../domain/discounts';

const line = (unitMinor: number, quantity = 1, productId = 'p'): DiscountLine => ({ productId, quantity, unitMinor });
const coupon = (terms: Partial<UsableCoupon>): UsableCoupon => ({
  id: 'cpn',
  name: 'Coupon',
  kind: 'CASH',
  value: 1000,
  thresholdMinor: null,
  currencyCode: 'USD',
  ...terms,
});
const promotion = (terms: Partial<RunningPromotion>): RunningPromotion => ({
  id: 'prm',
  name: 'Sale',
  kind: 'PERCENT_OFF',
  value: 1000,
  currencyCode: null,
  ...terms,
});
const none = () => [];
const withCoupon = (lines: DiscountLine[], terms: Partial<UsableCoupon>, currency = 'USD') => {
  const { discounts, couponProblem } = discountsOf(lines, currency, none, coupon(terms));
  return couponProblem?.code ?? discounts.map((discount) => discount.minor);
};
const promoted = (lines: DiscountLine[], ...promotions: RunningPromotion[]) =>
  discountsOf(lines, 'USD', () => promotions, null).discounts.map(({ promotionId, minor }) => [promotionId, minor]);

describe('a coupon', () => {
  it.each([
    [4999, 'ILLEGAL_STATE'],
    [5000, [1000]],
  ])('given AMOUNT_OFF from 50.00 on, when the subtotal is %i, then it takes %p', (subtotal, expected) => {
    expect(withCoupon([line(subtotal)], { kind: 'AMOUNT_OFF', thresholdMinor: 5000 })).toEqual(expected);
  });

  it('given CASH above the subtotal, then it takes the subtotal and no more', () => {
    expect(withCoupon([line(300, 2)], { kind: 'CASH' })).toEqual([600]);
  });

  it.each([
    [1000, 5, [1]],
    [1000, 4, 'ILLEGAL_STATE'],
    [1250, 1999, [250]],
    [10_000, 1999, [1999]],
  ])('given PERCENT_OFF of %i basis points of %i, then half a cent is rounded up: %p', (value, price, expected) => {
    expect(withCoupon([line(price)], { kind: 'PERCENT_OFF', value, currencyCode: null })).toEqual(expected);
  });

  it.each([
    ['the cheapest unit of the cart', 0, [700]],
    ['at most its value', 500, [500]],
    ['no more than the unit costs', 900, [700]],
  ])('given GIFT, then it pays for %s', (_what, value, expected) => {
    expect(withCoupon([line(2000), line(700, 3)], { kind: 'GIFT', value })).toEqual(expected);
  });

  it('given GIFT and a free sample, then it pays for the cheapest unit that costs something', () => {
    expect(withCoupon([line(0), line(700)], { kind: 'GIFT', value: 0 })).toEqual([700]);
  });

  it('given GIFT from a threshold on, when it is not reached, then it takes nothing', () => {
    expect(withCoupon([line(700)], { kind: 'GIFT', value: 0, thresholdMinor: 701 })).toBe('ILLEGAL_STATE');
  });

  it('given another currency, then it is for that currency alone; one without any works in every one', () => {
    expect(withCoupon([line(5000)], { currencyCode: 'USD' }, 'EUR')).toBe('INVALID_INPUT');
    expect(withCoupon([line(5000)], { kind: 'PERCENT_OFF', currencyCode: null }, 'EUR')).toEqual([500]);
  });

  it('given an empty cart, then it takes nothing and is not spent', () => {
    for (const kind of ['CASH', 'PERCENT_OFF', 'GIFT'] as const) expect(withCoupon([], { kind })).toBe('ILLEGAL_STATE');
  });
});

describe('a promotion', () => {
  it('given a percentage, then it is taken off every line of its product', () => {
    expect(promoted([line(1999), line(500, 2)], promotion({}))).toEqual([['prm', 300]]);
  });

  it('given an amount, then it is taken off every unit, down to nothing', () => {
    expect(
      promoted([line(300, 2), line(2000)], promotion({ kind: 'AMOUNT_OFF', value: 500, currencyCode: 'USD' })),
    ).toEqual([['prm', 1100]]);
  });

  it('given an amount in another currency, then it does not apply', () => {
    expect(promoted([line(2000)], promotion({ kind: 'AMOUNT_OFF', value: 500, currencyCode: 'EUR' }))).toEqual([]);
  });

  it('given several on one product, then on each line the best applies', () => {
    const percent = promotion({ id: 'percent', value: 5000 });
    const amount = promotion({ id: 'amount', kind: 'AMOUNT_OFF', value: 300, currencyCode: 'USD' });
    expect(promoted([line(2000), line(400)], percent, amount)).toEqual([
      ['percent', 1000],
      ['amount', 300],
    ]);
  });

  it('given a promotion and a coupon, then the coupon takes from what the promotion left', () => {
    const { discounts } = discountsOf(
      [line(1000)],
      'USD',
      () => [promotion({ value: 5000 })],
      coupon({ kind: 'PERCENT_OFF', value: 1000 }),
    );
    expect(discounts).toEqual([
      { label: 'Sale', minor: 500, couponId: null, promotionId: 'prm' },
      { label: 'Coupon', minor: 50, couponId: 'cpn', promotionId: null },
    ]);
  });

  it('given a promotion and a gift, then the gift is what is left of the cheapest unit', () => {
    const { discounts } = discountsOf(
      [line(1000, 2), line(700)],
      'USD',
      () => [promotion({ value: 5000 })],
      coupon({ kind: 'GIFT', value: 0 }),
    );
    expect(discounts.map(({ minor }) => minor)).toEqual([1350, 350]);
  });
});

const minor = fc.integer({ min: 0, max: 1_000_000_000 });
const lines = fc.array(
  fc.record({
    productId: fc.constantFrom('a', 'b', 'c'),
    quantity: fc.integer({ min: 1, max: 999 }),
    unitMinor: minor,
  }),
  { maxLength: 10 },
);
const anyCoupon = fc
  .record({
    kind: fc.constantFrom('CASH', 'AMOUNT_OFF', 'PERCENT_OFF', 'GIFT'),
    value: minor,
    basisPoints: fc.integer({ min: 1, max: 10_000 }),
    thresholdMinor: fc.option(minor),
  })
  .map(({ basisPoints, value, ...terms }) =>
    coupon({ ...terms, value: terms.kind === 'PERCENT_OFF' ? basisPoints : value }),
  );
const anyPromotion = fc
  .record({
    id: fc.constantFrom('x', 'y', 'z'),
    kind: fc.constantFrom('AMOUNT_OFF', 'PERCENT_OFF'),
    value: minor,
    basisPoints: fc.integer({ min: 1, max: 10_000 }),
  })
  .map(({ basisPoints, value, ...terms }) =>
    promotion({
      ...terms,
      value: terms.kind === 'PERCENT_OFF' ? basisPoints : value,
      currencyCode: terms.kind === 'PERCENT_OFF' ? null : 'USD',
    }),
  );
const anyPromotions = fc.dictionary(
  fc.constantFrom('a', 'b', 'c'),
  fc.uniqueArray(anyPromotion, { selector: ({ id }) => id }),
);

describe('discounts of any cart', () => {
  const subtotal = (cart: DiscountLine[]) =>
    cart.reduce((sum, { quantity, unitMinor }) => sum + quantity * unitMinor, 0);

  it('are whole, more than 0 each, and together at most the subtotal', () => {
    fc.assert(
      fc.property(lines, anyPromotions, fc.option(anyCoupon), (cart, promotions, used) => {
        const { discounts } = discountsOf(cart, 'USD', (id) => promotions[id] ?? [], used);
        for (const { minor: amount } of discounts) {
          expect(Number.isSafeInteger(amount)).toBe(true);
          expect(amount).toBeGreaterThan(0);
        }
        expect(discounts.reduce((sum, discount) => sum + discount.minor, 0)).toBeLessThanOrEqual(subtotal(cart));
      }),
    );
  });

  it('hold the coupon or say why not, never both and never neither', () => {
    fc.assert(
      fc.property(lines, anyPromotions, anyCoupon, (cart, promotions, used) => {
        const { discounts, couponProblem } = discountsOf(cart, 'USD', (id) => promotions[id] ?? [], used);
        expect(discounts.some(({ couponId }) => couponId === used.id)).toBe(couponProblem === null);
      }),
    );
  });

  it('do not change when a line is split in two', () => {
    const even = fc.record({
      productId: fc.constant('a'),
      quantity: fc.integer({ min: 1, max: 99 }),
      unitMinor: minor,
    });
    fc.assert(
      fc.property(even, anyCoupon, (one, used) => {
        const offOf = (cart: DiscountLine[]) =>
          discountsOf(cart, 'USD', none, used).discounts.map((discount) => discount.minor);
        expect(offOf([one, one])).toEqual(offOf([{ ...one, quantity: one.quantity * 2 }]));
      }),
    );
  });
});
