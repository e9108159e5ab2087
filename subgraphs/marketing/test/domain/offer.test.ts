import fc from 'fast-check';
import { newId } from '../../../../platform/kernel/ids';
import { parseBasket } from '../../domain/basket';
import { codeFrom, parseCode } from '../../domain/codes';
import { write } from '../../domain/messages';
import { parsePercent, toPercent } from '../../domain/offer';

describe('a percentage', () => {
  it.each([
    ['10', 1000],
    ['012.50', 1250],
    ['0.01', 1],
    ['100', 10_000],
    ['100.00000', 10_000],
  ])('given %s, then it is %i basis points', (text, expected) => expect(parsePercent(text, 'value')).toBe(expected));

  it.each(['0', '-1', '-0.01', '100.01', '101', '0.001', '999999999999999999', '0.0'])(
    'given %s, then it is refused',
    (text) => expect(() => parsePercent(text, 'value')).toThrow('INVALID_INPUT'),
  );

  it('given any basis points, when written and read again, then they are the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (points) =>
        expect(parsePercent(toPercent(points), 'value')).toBe(points),
      ),
    );
  });
});

describe('a code', () => {
  it('given an id, then it is twelve characters of it, and read back however it is typed', () => {
    const code = codeFrom(newId('cod', new Date()));
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(parseCode(` ${code.slice(0, 4)}-${code.slice(4).toLowerCase()} `)).toBe(code);
  });

  it('given letters that look like digits, then they are read as these', () =>
    expect(parseCode('oil000000000')).toBe('011000000000'));

  it.each(['', 'short', 'U'.repeat(12), '1'.repeat(13), '😀😀😀😀😀😀', 'شفرة الخصم'])(
    'given %p, then it is none',
    (typed) => expect(parseCode(typed)).toBeNull(),
  );
});

describe('a basket', () => {
  const basket = (unitPrice: string, quantity: number) => parseBasket([{ productId: 'p', quantity, unitPrice }], 'USD');

  it('given prices and quantities, then it is counted in minor units', () =>
    expect(basket('19.9', 3)).toEqual([{ productId: 'p', quantity: 3, unitMinor: 1990 }]));

  it.each([
    ['-1', 1],
    ['1.001', 1],
    ['1', 0],
    ['1', -1],
    ['1', 2_147_483_647],
    ['999999999999', 999_999],
    ['9999999999999', 1],
  ])('given a price of %s and a quantity of %i, then it is refused', (price, quantity) =>
    expect(basket(price, quantity)).toBeNull(),
  );
});

describe('a message', () => {
  const paid = { kind: 'ORDER_PAID', number: '1001', total: { minor: 123_450, currency: 'EUR' } } as const;

  it('given an English shop, then it is English, with amounts written as there', () =>
    expect(write(paid, 'en-US')).toEqual({
      title: 'Order 1001 paid',
      body: 'We have received your payment of €1,234.50 and are packing your order.',
    }));

  it('given a German shop, then it is German', () =>
    expect(write(paid, 'de-DE').body).toBe(
      'Ihre Zahlung über 1.234,50\u00a0€ ist eingegangen. Wir packen Ihre Bestellung.',
    ));

  it('given a language without translation, then it is English', () =>
    expect(write(paid, 'fr-FR').title).toBe('Order 1001 paid'));

  it('given an amount larger than a float holds, then every digit is right', () =>
    expect(
      write({ kind: 'REFUND_SUCCEEDED', amount: { minor: 9_007_199_254_740_991, currency: 'USD' } }, 'en').title,
    ).toBe('$90,071,992,547,409.91 paid back'));
});
