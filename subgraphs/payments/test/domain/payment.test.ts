import { MINUTE, SECOND } from '../../../../platform/kernel/clock';
import { expiryDeadline, isPayable } from '../../domain/payment';

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
