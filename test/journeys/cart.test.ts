import { openCheckout, type Checkout } from '../story/checkout';
import { address } from '../story/shop';

const codes = (found: { code: string }[]) => found.map(({ code }) => code);

describe('a cart', () => {
  let shop: Checkout;
  beforeAll(async () => void (shop = await openCheckout()));
  afterAll(() => shop.stop());

  it('shows what is in it at the prices of now', async () => {
    const [a, b] = [await shop.variant({ price: '19.99' }), await shop.variant({ price: '0.01' })];
    const { cart, warnings } = await shop.createCart([
      { variantId: a, quantity: 2 },
      { variantId: b, quantity: 1 },
    ]);
    expect(warnings).toEqual([]);
    expect(cart).toMatchObject({
      lines: [
        { quantity: 2, unitPrice: { amount: '19.99' }, total: { amount: '39.98' }, variant: { id: a } },
        { quantity: 1, total: { amount: '0.01' }, variant: { id: b } },
      ],
      subtotal: { amount: '39.99', currencyCode: 'USD' },
      total: { amount: '39.99' },
      totalWeightGrams: 1200,
    });
    expect(await shop.readCart(cart.id)).toMatchObject({ lines: cart.lines, total: cart.total, warnings: [] });
  });

  it('joins lines of one variant, changes quantities and loses lines', async () => {
    const variantId = await shop.variant();
    const line = { variantId, quantity: 1 };
    const { cart } = await shop.createCart([line, line]);
    expect(cart.lines).toMatchObject([{ quantity: 2 }]);
    expect((await shop.addLines(cart.id, [line])).cart.lines).toMatchObject([{ id: cart.lines[0].id, quantity: 3 }]);
    expect((await shop.updateLines(cart.id, [{ id: cart.lines[0].id, quantity: 1 }])).cart.total.amount).toBe('10.00');
    expect((await shop.updateLines(cart.id, [{ id: cart.lines[0].id, quantity: 0 }])).cart.lines).toEqual([]);
  });

  it('holds no more than an order can cost', async () => {
    const variantId = await shop.variant({ price: '9000000.00', stock: 999 });
    const refused = await shop.createCart([{ variantId, quantity: 200 }]);
    expect(refused).toMatchObject({ cart: null, userErrors: [{ code: 'INVALID_INPUT', field: ['lines'] }] });
  });

  it('loses no line when many are added at once', async () => {
    const variants = await Promise.all(Array.from({ length: 8 }, () => shop.variant()));
    const cartId = await shop.cart({});
    await Promise.all(variants.map((variantId) => shop.addLines(cartId, [{ variantId, quantity: 1 }])));
    expect((await shop.readCart(cartId)).lines).toHaveLength(8);
  });

  it('is lowered to what is left, and says so', async () => {
    const variantId = await shop.variant({ stock: 3 });
    const { cart, warnings } = await shop.createCart([{ variantId, quantity: 5 }]);
    expect(cart.lines).toMatchObject([{ quantity: 3 }]);
    expect(codes(warnings)).toEqual(['QUANTITY_LOWERED']);
  });

  it('takes nothing that is not for sale, or not in its currency', async () => {
    const variantId = await shop.variant();
    const unknown = variantId.slice(0, -4) + '0000';
    const refused = await shop.createCart([
      { variantId, quantity: 1 },
      { variantId: unknown, quantity: 1 },
    ]);
    expect(refused).toMatchObject({
      cart: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['lines', '1', 'variantId'] }],
    });
    const inEuro = await shop.createCart([{ variantId, quantity: 1 }], {}, { currencyCode: 'EUR' });
    expect(inEuro.userErrors).toMatchObject([{ code: 'NOT_FOUND', message: 'This is not for sale in EUR.' }]);
  });

  it('takes one statement of its own, whatever is in it', async () => {
    const lines = [];
    for (let count = 0; count < 3; count++) lines.push({ variantId: await shop.variant(), quantity: 1 });
    const { cart } = await shop.createCart(lines);
    const before = shop.house.statements().length;
    await shop.readCart(cart.id);
    const own = shop.house
      .statements()
      .slice(before)
      .filter((text) => text.includes('"orders"."carts"'));
    expect(own).toHaveLength(1);
  });

  describe('with a coupon', () => {
    it('takes no coupon from a guest, nor one that is not the buyer’s', async () => {
      const [ada, bob] = [shop.buyer(), shop.buyer()];
      const code = await shop.coupon(ada);
      const cartId = await shop.cart({}, [await shop.variant(), 1]);
      await expect(shop.applyCoupon(cartId, code, {})).rejects.toThrow('Sign in first');
      const refused = await shop.applyCoupon(cartId, code, bob);
      expect(refused).toMatchObject({ cart: null, userErrors: [{ field: ['code'] }] });
      expect(codes((await shop.applyCoupon(cartId, 'NO SUCH CODE', ada)).userErrors)).toEqual(['NOT_FOUND']);
      expect(await shop.readCart(cartId)).toMatchObject({ couponCode: null });
    });

    it('becomes the buyer’s who puts it on, and can lose it again', async () => {
      const ada = shop.buyer();
      const cartId = await shop.cart({}, [await shop.variant(), 1]);
      await shop.applyCoupon(cartId, await shop.coupon(ada), ada);
      expect(await shop.readCart(cartId)).toBeNull();
      expect(await shop.readCart(cartId, ada)).toMatchObject({ total: { amount: '7.00' } });
      const without = await shop.act('orders', 'removeCoupon', { cartId }, 'cart { total { amount } couponCode }', ada);
      expect(without.cart).toEqual({ total: { amount: '10.00' }, couponCode: null });
    });

    it('loses a coupon that does not hold any more, and says so', async () => {
      const ada = shop.buyer();
      const cartId = await shop.cart(ada, [await shop.variant(), 2]);
      const code = await shop.coupon(ada, { kind: 'AMOUNT_OFF', value: '5', threshold: '15' });
      const { cart } = await shop.applyCoupon(cartId, code, ada);
      expect(cart.total.amount).toBe('15.00');
      const { cart: smaller, warnings } = await shop.updateLines(cartId, [{ id: cart.lines[0].id, quantity: 1 }], ada);
      expect(smaller).toMatchObject({ couponCode: null, total: { amount: '10.00' } });
      expect(codes(warnings)).toEqual(['COUPON_REMOVED']);
    });
  });

  describe('to be ordered', () => {
    it('is refused with a shipping quote that is none, or serves another address', async () => {
      const ada = shop.buyer();
      const cartId = await shop.cart(ada, [await shop.variant(), 1]);
      const shippingQuoteId = await shop.quote(cartId, ada);
      const refused = { order: null, userErrors: [{ code: 'INVALID_INPUT', field: ['shippingQuoteId'] }] };
      for (const hostile of ['', 'x', "'; --", 'x'.repeat(5000), '👩‍🚀']) {
        expect(await shop.place(ada, cartId, { shippingQuoteId: hostile || 'none' })).toMatchObject(refused);
      }
      const elsewhere = { ...address, countryCode: 'DE', postalCode: '10115' };
      expect(await shop.place(ada, cartId, { shippingQuoteId, shippingAddress: elsewhere })).toMatchObject(refused);
      expect(await shop.place(ada, cartId, { shippingQuoteId })).toMatchObject({ userErrors: [] });
    });

    it('costs the tax of where it goes, on the goods after discount', async () => {
      const ada = shop.buyer();
      await shop.setTaxRate('US', '', 500);
      await shop.setTaxRate('US', 'CA', 725);
      const cartId = await shop.cart(ada, [await shop.variant({ price: '20.00' }), 1]);
      await shop.applyCoupon(cartId, await shop.coupon(ada), ada);
      const { order } = await shop.place(ada, cartId);
      expect(await shop.readOrder(order.id, ada)).toMatchObject({
        subtotal: { amount: '20.00' },
        discountTotal: { amount: '3.00' },
        taxTotal: { amount: '1.23' },
        shippingTotal: { amount: '5.00' },
        total: { amount: '23.23' },
      });
      for (const region of ['', 'CA']) await shop.setTaxRate('US', region, 0);
    });

    it('becomes the buyer’s who orders it', async () => {
      const ada = shop.buyer();
      const cartId = await shop.cart({}, [await shop.variant(), 1]);
      const { order } = await shop.place(ada, cartId);
      expect(await shop.readCart(cartId)).toBeNull();
      expect(await shop.readCart(cartId, ada)).toMatchObject({ order: { id: order.id } });
    });

    it('stays a guest’s when the order is refused', async () => {
      const variantId = await shop.variant({ stock: 1 });
      const cartId = await shop.cart({}, [variantId, 1]);
      await shop.order(shop.buyer(), variantId);
      expect(codes((await shop.place(shop.buyer(), cartId)).userErrors)).toEqual(['OUT_OF_STOCK']);
      expect(await shop.readCart(cartId)).toMatchObject({ warnings: [{ code: 'OUT_OF_STOCK' }], order: null });
    });
  });

  it('leaves every invariant as it must be', async () => {
    expect(await shop.violations()).toEqual([]);
  });
});
