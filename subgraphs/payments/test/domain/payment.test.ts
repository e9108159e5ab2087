import { MINUTE, SECOND } from '../../../../platform/kernel/clock';
import { expiryDeadline, isPayable, parsePrice } from '../../domain/payment';
import { keysOf, positionOf } from '../../domain/position';

const now = new Date('2026-01-01T12:00:00Z');
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

describe('a payment', () => {
  it.each(['PENDING', 'FAILED'] as const)('given %s and time left, can be made', (status) =>
    expect(isPayable({ status, expiresAt: later(SECOND) }, now)).toBe(true),
  );
  it.each(['SUCCEEDED', 'EXPIRED', 'CANCELLED', 'PARTIALLY_REFUNDED', 'REFUNDED'] as const)(
    'given %s, cannot be made',
    (status) => expect(isPayable({ status, expiresAt: later(SECOND) }, now)).toBe(false),
  );
  it('given its time is up, cannot be made any more', () =>
    expect(isPayable({ status: 'PENDING', expiresAt: now }, now)).toBe(false));
  it('given its time is just up, is not given up yet: an answer may be on its way', () =>
    expect(expiryDeadline(later(MINUTE))).toEqual(now));
});

describe('a price', () => {
  it.each([
    ['19.9', 'USD', 1990],
    ['0', 'EUR', 0],
    ['500', 'JPY', 500],
  ])('reads %s %s', (amount, currencyCode, minor) =>
    expect(parsePrice({ amount, currencyCode })).toEqual({ minor, currency: currencyCode }),
  );
  it.each([
    ['-1', 'USD'],
    ['1.999', 'USD'],
    ['1.5', 'JPY'],
    ['1234567890123', 'USD'],
  ])('refuses %s %s', (amount, currencyCode) => expect(parsePrice({ amount, currencyCode })).toBeNull());
});

describe('a cursor of the list of payments', () => {
  const row = { at: now, id: 'pay_01jgfjjz00abcdefghjkmnpqrs' };
  it('leads back to where it was made', () => expect(positionOf('pay', keysOf(row))).toEqual(row));
  it.each([[['x', row.id]], [[1, row.id]], [[now.getTime(), 'ord_1']], [[now.getTime()]], [[8.64e15, row.id]], [[]]])(
    'given forged keys %p, is refused',
    (keys) => expect(() => positionOf('pay', keys)).toThrow('not a cursor of this list'),
  );
});
