import fc from 'fast-check';
import { allocate, capDiscounts, totalsOf } from '../../domain/totals';

const amount = fc.integer({ min: 0, max: 1_000_000_000 });
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

describe('the totals of an order', () => {
  const amounts = fc.record({
    currency: fc.constant('USD'),
    lines: fc.array(amount, { maxLength: 100 }),
    discount: amount,
    shipping: amount,
    taxBasisPoints: fc.integer({ min: 0, max: 10_000 }),
  });

  it('always add up, and none is negative', () => {
    fc.assert(
      fc.property(amounts, (given) => {
        const totals = totalsOf(given);
        expect(totals.total).toBe(sum(given.lines) - totals.discount + totals.tax + given.shipping);
        for (const each of Object.values(totals)) expect(each).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('tax what is left after the discount, half a cent rounded up', () => {
    const given = { currency: 'USD', lines: [1000, 250], discount: 50, shipping: 499, taxBasisPoints: 725 };
    expect(totalsOf(given)).toEqual({ subtotal: 1250, discount: 50, tax: 87, shipping: 499, total: 1786 });
    expect(totalsOf({ ...given, lines: [100], discount: 0, taxBasisPoints: 50 }).tax).toBe(1);
  });

  it('never take off more than the goods cost', () => {
    const given = { currency: 'USD', lines: [300], discount: 1000, shipping: 499, taxBasisPoints: 2000 };
    expect(totalsOf(given)).toEqual({ subtotal: 300, discount: 300, tax: 0, shipping: 499, total: 499 });
  });
});

describe('an amount divided among lines', () => {
  it('is divided to the last unit, and no line gets more than its own price', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 100 }), fc.nat(), (weights, seed) => {
        const whole = sum(weights);
        const divided = whole === 0 ? 0 : seed % (whole + 1);
        const parts = allocate(divided, weights);
        expect(sum(parts)).toBe(divided);
        parts.forEach((part, index) => {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(weights[index] as number);
        });
      }),
    );
  });

  it('gives what rounding leaves to those who lost most by it', () =>
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]));
  it('gives nothing to lines that cost nothing', () => expect(allocate(0, [0, 0])).toEqual([0, 0]));
});

describe('discounts', () => {
  const discount = (minor: number) => ({ label: 'off', amount: { minor, currency: 'USD' } });

  it('are taken in turn, until nothing is left to take them from', () => {
    expect(
      capDiscounts([discount(300), discount(300), discount(300)], 500).map(({ amount: { minor } }) => minor),
    ).toEqual([300, 200]);
  });
});
