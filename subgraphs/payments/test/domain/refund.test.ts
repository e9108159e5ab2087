import type { Refusal } from '../../../../platform/kernel/errors';
import { refundAmount } from '../../domain/refund';

describe('an amount asked back', () => {
  const usd = (amount: string) => refundAmount({ amount, currencyCode: 'USD' }, 'USD');
  const fieldOf = (work: () => unknown) => {
    try {
      return work();
    } catch (error) {
      return (error as Refusal).userErrors[0]?.field;
    }
  };

  it('is read to the cent', () => expect(usd('12.3')).toEqual({ minor: 1230, currency: 'USD' }));
  it('in another currency is refused', () =>
    expect(fieldOf(() => refundAmount({ amount: '1', currencyCode: 'EUR' }, 'USD'))).toEqual([
      'amount',
      'currencyCode',
    ]));
  it.each(['0', '-1', '0.001', '99999999999999999'])('of %s is refused', (amount) =>
    expect(fieldOf(() => usd(amount))).toEqual(['amount', 'amount']),
  );
});
