import fc from 'fast-check';
import { add, exponent, money, parseMoney, share, subtract, sum, toDecimal } from '../money';

const amount = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 });
const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD');

describe('money', () => {
  it('reads back exactly what it writes, in currencies of zero to three decimals', () => {
    fc.assert(
      fc.property(amount, currency, (minor, code) =>
        expect(parseMoney(toDecimal(money(minor, code)), code)).toEqual({ minor, currency: code }),
      ),
    );
  });

  it.each([
    ['19.9', 'USD', 1990],
    ['19.90', 'USD', 1990],
    ['0.1', 'USD', 10],
    ['-0.05', 'EUR', -5],
    ['100', 'JPY', 100],
    ['1.234', 'KWD', 1234],
    ['1.500', 'USD', 150],
    ['-0.00', 'USD', 0],
  ])('reads %s %s as %i minor units', (text, code, minor) =>
    expect(parseMoney(text, code)).toEqual({ minor, currency: code }),
  );

  it.each([
    ['1.001', 'USD', 'TOO_MANY_DECIMALS'],
    ['1.5', 'JPY', 'TOO_MANY_DECIMALS'],
    ['1', 'XQX', 'NOT_A_CURRENCY'],
    ['1', 'usd', 'NOT_A_CURRENCY'],
    ['9999999999999', 'USD', 'OUT_OF_RANGE'],
  ])('given %s %s, says %s', (text, code, problem) => expect(parseMoney(text, code)).toBe(problem));

  it('never adds two currencies', () => {
    expect(() => add(money(1, 'USD'), money(1, 'EUR'))).toThrow('do not add up');
    expect(() => subtract(money(1, 'USD'), money(1, 'EUR'))).toThrow('do not add up');
  });

  it('is never a fraction of a minor unit', () => expect(() => money(0.5, 'USD')).toThrow(RangeError));

  it('sums nothing to zero', () => expect(sum([], 'USD')).toEqual({ minor: 0, currency: 'USD' }));

  it('takes a share within half a minor unit of the exact one', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.integer({ min: 0, max: 10_000 }), (minor, basisPoints) => {
        const exact = (minor * basisPoints) / 10_000;
        expect(Math.abs(share(money(minor, 'USD'), basisPoints).minor - exact)).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  it('knows the decimals of a currency', () => expect(['USD', 'JPY', 'KWD'].map(exponent)).toEqual([2, 0, 3]));
});
