import { isFinal, next, sources } from '../../../../platform/machine/machine';
import { paymentMachine } from '../../domain/payment.machine';
import { refundMachine } from '../../domain/refund.machine';

describe('the payment machine', () => {
  it.each(['succeed', 'cancel', 'expire'] as const)('given an open payment, allows %s', (event) =>
    expect(sources(paymentMachine, event).map(({ from }) => from)).toEqual(['PENDING', 'FAILED']),
  );

  it('given a payment that succeeded, allows nothing but refunds', () =>
    expect(Object.keys(paymentMachine.states.SUCCEEDED)).toEqual(['refundPartially', 'refund']));

  it('given a partial refund, allows another', () =>
    expect(next(paymentMachine, 'PARTIALLY_REFUNDED', 'refundPartially')).toBe('PARTIALLY_REFUNDED'));

  it.each(['EXPIRED', 'CANCELLED', 'REFUNDED'] as const)('has an end in %s', (state) =>
    expect(isFinal(paymentMachine, state)).toBe(true),
  );
});

describe('the refund machine', () => {
  it('pays nothing back that nobody agreed to', () =>
    expect(sources(refundMachine, 'succeed')).toEqual([{ from: 'APPROVED', to: 'SUCCEEDED' }]));

  it.each(['SUCCEEDED', 'REJECTED', 'FAILED'] as const)('has an end in %s', (state) =>
    expect(isFinal(refundMachine, state)).toBe(true),
  );
});
