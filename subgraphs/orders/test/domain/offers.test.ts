import type { CartLine } from '../../domain/cart';
import { adjustLines, type Offer, priceLines, shortage, weightOf } from '../../domain/offers';
import { pricedCart } from '../../domain/pricedCart';

const offer = (variantId: string, change: Partial<Offer> = {}): Offer => ({
  variantId,
  productId: 'prd_1',
  sku: 'SKU',
  variantName: 'red',
  productName: 'Lamp',
  price: { minor: 1000, currency: 'USD' },
  available: 10,
  weightGrams: 300,
  ...change,
});
const offers = (...all: Offer[]) => new Map(all.map((each) => [each.variantId, each]));
const line = (variantId: string, quantity = 1, seenPrice: number | null = 1000): CartLine => ({
  id: `cln_${variantId}`,
  variantId,
  quantity,
  seenPrice,
});
const codes = (warnings: readonly { code: string }[]) => warnings.map(({ code }) => code);

describe('a cart that is looked at', () => {
  it('costs what the catalogue asks now, and says what has changed', () => {
    const { lines, warnings } = priceLines([line('a', 2, 800)], offers(offer('a')));
    expect(lines).toMatchObject([{ quantity: 2, unitPrice: { minor: 1000 } }]);
    expect(warnings).toEqual([
      { code: 'PRICE_CHANGED', message: 'Lamp (red) now costs 10.00 USD instead of 8.00 USD.' },
    ]);
  });

  it('keeps a quantity that there is not enough for, and says so', () => {
    const { lines, warnings } = priceLines([line('a', 3)], offers(offer('a', { available: 2 })));
    expect(lines).toMatchObject([{ quantity: 3 }]);
    expect(codes(warnings)).toEqual(['OUT_OF_STOCK']);
    expect(shortage(lines)).toBe('Only 2 of Lamp (red) are left.');
  });

  it('leaves out what is no longer for sale', () => {
    const { lines, warnings } = priceLines([line('a'), line('gone')], offers(offer('a')));
    expect(lines).toHaveLength(1);
    expect(codes(warnings)).toEqual(['LINE_REMOVED']);
  });

  it('weighs what its lines weigh, as far as a number can tell', () => {
    expect(weightOf(priceLines([line('a', 2), line('b', 1)], offers(offer('a'), offer('b'))).lines)).toBe(900);
    expect(weightOf(priceLines([line('a', 999)], offers(offer('a', { weightGrams: 1_000_000_000 }))).lines)).toBe(
      2_147_483_647,
    );
  });
});

describe('a cart that is changed', () => {
  it('is lowered to what is left', () => {
    const { lines, warnings } = adjustLines([line('a', 3)], offers(offer('a', { available: 2 })));
    expect(lines).toMatchObject([{ quantity: 2 }]);
    expect(codes(warnings)).toEqual(['QUANTITY_LOWERED']);
  });

  it('keeps a line that is sold out, so that the buyer may wait', () => {
    const { lines, warnings } = adjustLines([line('a', 3)], offers(offer('a', { available: 0 })));
    expect(lines).toMatchObject([{ quantity: 3 }]);
    expect(warnings).toEqual([{ code: 'OUT_OF_STOCK', message: 'Lamp (red) is out of stock.' }]);
  });

  it('notes the new price as seen, and does not call a first price news', () => {
    const { lines, warnings } = adjustLines([line('a', 1, 900), line('b', 1, null)], offers(offer('a'), offer('b')));
    expect(lines.map(({ seenPrice }) => seenPrice)).toEqual([1000, 1000]);
    expect(codes(warnings)).toEqual(['PRICE_CHANGED']);
  });
});

describe('a priced cart', () => {
  it('never costs less than nothing', () => {
    const { lines } = priceLines([line('a')], offers(offer('a')));
    const off = { label: 'Off', amount: { minor: 5000, currency: 'USD' } };
    expect(pricedCart('USD', lines, [off], [])).toMatchObject({
      subtotal: { minor: 1000 },
      total: { minor: 0 },
      discounts: [{ amount: { minor: 1000 } }],
    });
  });
});
