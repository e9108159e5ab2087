import fc from 'fast-check';
import { byPrice, parcelPrice } from '../../domain/rates';

const rate = { currency: 'USD', baseMinor: 500, perKgMinor: 100, maxWeightGrams: 20_000 };

describe('the price of a parcel', () => {
  it.each([
    [0, 600],
    [1, 600],
    [1000, 600],
    [1001, 700],
    [20_000, 2500],
  ])('of %i g is %i cents', (grams, minor) => {
    expect(parcelPrice(rate, grams)).toEqual({ minor, currency: 'USD' });
  });

  it.each([20_001, -1, 2_147_483_647])('of %i g is none', (grams) => {
    expect(parcelPrice(rate, grams)).toBeNull();
  });

  it('never falls with the weight', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(20_000), (a, b) => {
        const [light, heavy] = [parcelPrice(rate, Math.min(a, b)), parcelPrice(rate, Math.max(a, b))];
        expect(light?.minor).toBeLessThanOrEqual(heavy?.minor as number);
      }),
    );
  });

  it('at its largest is still exact', () => {
    const dearest = { currency: 'USD', baseMinor: 1e9, perKgMinor: 1e9, maxWeightGrams: 10_000_000 };
    expect(parcelPrice(dearest, 10_000_000)?.minor).toBe(1e9 + 1e13);
  });

  it('sorts offers: cheapest first, of equal ones the faster', () => {
    const offer = (minor: number, maxDays: number) => ({ price: { minor, currency: 'USD' }, maxDays });
    expect([offer(2, 1), offer(1, 9), offer(1, 2)].toSorted(byPrice)).toEqual([offer(1, 2), offer(1, 9), offer(2, 1)]);
  });
});
