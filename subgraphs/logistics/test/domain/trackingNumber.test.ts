import fc from 'fast-check';
import { parseTrackingNumber, trackingNumber } from '../../domain/trackingNumber';

const SIGNS = '23456789ABCDEFGHJKLMNPQRSTVWXYZ';
const numbers = fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }).map(trackingNumber);

describe('a tracking number', () => {
  it('is read as it was made, also in small letters and groups', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(number).toMatch(/^[2-9A-HJ-NP-TV-Z]{15}$/);
        expect(parseTrackingNumber(number)).toBe(number);
        expect(parseTrackingNumber(` ${number.slice(0, 5)}-${number.slice(5)} `.toLowerCase())).toBe(number);
      }),
    );
  });

  it('with one sign wrong is none', () => {
    fc.assert(
      fc.property(numbers, fc.nat(14), fc.nat(30), (number, place, sign) => {
        fc.pre(number[place] !== SIGNS[sign]);
        expect(parseTrackingNumber(number.slice(0, place) + SIGNS[sign] + number.slice(place + 1))).toBeNull();
      }),
    );
  });

  it('with two signs swapped is none', () => {
    fc.assert(
      fc.property(numbers, fc.nat(14), fc.nat(14), (number, a, b) => {
        fc.pre(number[a] !== number[b]);
        const swapped = number
          .split('')
          .map((sign, place) => (place === a ? number[b] : place === b ? number[a] : sign));
        expect(parseTrackingNumber(swapped.join(''))).toBeNull();
      }),
    );
  });

  it('has a different body for every entropy up to 69 bits', () => {
    const made = new Set(
      Array.from({ length: 1000 }, (_, index) => trackingNumber(BigInt(index) * 590_295_810_358_705n)),
    );
    expect(made.size).toBe(1000);
  });

  it.each(['', '🚚', '0'.repeat(15), 'I'.repeat(15), '2'.repeat(16), 'x'.repeat(20_000)])('is not "%.20s"', (text) => {
    expect(parseTrackingNumber(text)).toBeNull();
  });
});
