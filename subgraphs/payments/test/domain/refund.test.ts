import { parseAmount, parseReason } from '../../domain/refund';

describe('an amount asked back', () => {
  const usd = (amount: string) => parseAmount({ amount, currencyCode: 'USD' }, 'USD');
  it('is read to the cent', () => expect(usd('12.3')).toEqual({ minor: 1230, currency: 'USD' }));
  it('in another currency is refused', () =>
    expect(parseAmount({ amount: '1', currencyCode: 'EUR' }, 'USD')).toMatchObject({ field: 'currencyCode' }));
  it.each(['0', '-1', '0.001', '99999999999999999'])('of %s is refused', (amount) =>
    expect(usd(amount)).toMatchObject({ field: 'amount' }),
  );
});

describe('a reason', () => {
  it('is kept without the space around it', () => expect(parseReason('  too small \n')).toBe('too small'));
  it.each(['', '   ', 'x'.repeat(501)])('is refused when it is empty or too long', (text) =>
    expect(parseReason(text)).toBeNull(),
  );
});
