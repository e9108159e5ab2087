import { DAY, HOUR } from '../../../platform/kernel/clock';
import { buyer, staff } from '../../../test/story/house';
import { idOf, orderId, productId, startStory, stop, type Story } from './story';

describe('promotions and quotes', () => {
  let story: Story;
  beforeAll(async () => void (story = await startStory()));
  afterAll(() => stop(story));

  const line = (product: string, unitPrice = '20.00', quantity = 1) => ({
    productId: product,
    variantId: 'var',
    quantity,
    unitPrice,
  });
  const inHours = (hours: number) => new Date(story.house.clock.now().getTime() + hours * HOUR).toISOString();
  const promotionsOf = (ids: string[], who: object = {}) =>
    story.entities('Product', ids, 'promotions { id name kind endsAt }', who);

  it('given a running promotion, then it stands on its product and in the quote, with its name', async () => {
    const [on, off] = [productId(), productId()];
    const { promotion } = await story.promotion({
      name: 'Summer',
      value: '12.5',
      productIds: [on],
      endsAt: inHours(1),
    });
    expect(promotion).toMatchObject({ value: '12.5', currencyCode: null, products: [{ id: on }] });
    expect(await promotionsOf([on, off])).toEqual([
      { promotions: [{ id: promotion.id, name: 'Summer', kind: 'PERCENT_OFF', endsAt: inHours(1) }] },
      { promotions: [] },
    ]);
    expect(await story.quote({ lines: [line(on, '19.99', 2), line(off)] })).toEqual({
      discounts: [
        { label: 'Summer', amount: { amount: '5.00', currencyCode: 'USD' }, couponId: null, promotionId: promotion.id },
      ],
      couponProblem: null,
    });
  });

  it('given promotions that have not begun, are over or were ended, then they do not apply', async () => {
    const product = productId();
    await story.promotion({ productIds: [product], startsAt: inHours(1) });
    await story.promotion({ productIds: [product], startsAt: inHours(-2), endsAt: inHours(-1) });
    const ended = await story.promotion({ productIds: [product] });
    const first = await story.endPromotion(ended.promotion.id);
    expect(first.promotion.endsAt).toBe(inHours(0));
    story.house.clock.advance(1);
    expect(await story.endPromotion(ended.promotion.id)).toEqual(first);
    expect(await promotionsOf([product])).toEqual([{ promotions: [] }]);
    expect((await story.quote({ lines: [line(product)] })).discounts).toEqual([]);
  });

  it('given an amount in dollars, then it applies to carts and pages in dollars alone', async () => {
    const product = productId();
    await story.promotion({ kind: 'AMOUNT_OFF', value: '5', productIds: [product] });
    const amounts = async (currencyCode: string) =>
      (await story.quote({ currencyCode, lines: [line(product)] })).discounts.map(
        (discount: { amount: object }) => discount.amount,
      );
    expect(await amounts('USD')).toEqual([{ amount: '5.00', currencyCode: 'USD' }]);
    expect(await amounts('EUR')).toEqual([]);
    expect((await promotionsOf([product], { currency: 'EUR' }))[0].promotions).toEqual([]);
  });

  it('given a list of 20 products, then their promotions are 1 statement', async () => {
    const ids = Array.from({ length: 20 }, productId);
    await story.promotion({ productIds: ids });
    const statements = await story.statements(async () => {
      for (const product of await promotionsOf(ids)) expect(product.promotions).toHaveLength(1);
    });
    expect(statements).toHaveLength(1);
  });

  it('given a promotion and a coupon, then a quote is 2 statements at most', async () => {
    const { userId, code, couponId } = await story.held({ name: 'Voucher', value: '3' });
    const product = productId();
    await story.promotion({ productIds: [product] });
    const statements = await story.statements(async () => {
      const { discounts, couponProblem } = await story.quote({
        userId,
        couponCode: code,
        lines: [line(product), line(product), line(productId())],
      });
      expect(couponProblem).toBeNull();
      expect(discounts).toMatchObject([
        { label: 'Sale', amount: { amount: '4.00' } },
        { label: 'Voucher', amount: { amount: '3.00' }, couponId },
      ]);
    });
    expect(statements.length).toBeLessThanOrEqual(2);
  });

  it('given a coupon that cannot be used, then the quote says why and promotions still apply', async () => {
    const problem = async (
      input: object,
      currencyCode = 'USD',
      prepare = async (_held: { userId: string; code: string }) => {},
    ) => {
      const held = await story.held(input);
      await prepare(held);
      return (
        await story.quote({ userId: held.userId, couponCode: held.code, currencyCode, lines: [line(productId())] })
      ).couponProblem;
    };
    expect(await problem({ kind: 'AMOUNT_OFF', threshold: '20.01' })).toEqual({
      code: 'ILLEGAL_STATE',
      message: 'This coupon can be used from a subtotal of USD 20.01 on.',
    });
    expect(await problem({}, 'EUR')).toEqual({ code: 'INVALID_INPUT', message: 'This coupon is for USD.' });
    expect(
      await problem({}, 'USD', async (held) =>
        story.redeem({ orderId: orderId(), userId: held.userId, code: held.code }),
      ),
    ).toMatchObject({
      code: 'ILLEGAL_STATE',
    });
    expect(await problem({ validDays: 1 }, 'USD', async () => story.house.clock.advance(DAY))).toMatchObject({
      code: 'ENDED',
    });
  });

  it("given another's code, a guest or nonsense, then the quote knows no such coupon", async () => {
    const { code } = await story.held();
    for (const input of [
      { userId: idOf(buyer()), couponCode: code },
      { couponCode: code },
      { userId: idOf(buyer()), couponCode: '😀' },
    ]) {
      expect((await story.quote({ ...input, lines: [line(productId())] })).couponProblem.code).toBe('NOT_FOUND');
    }
  });

  it('given a promotion of one shop, then it does not apply in another', async () => {
    const product = productId();
    await story.promotion({ productIds: [product] });
    expect((await story.quote({ lines: [line(product)] }, 'other')).discounts).toEqual([]);
    expect(await promotionsOf([product], { tenant: 'other' })).toEqual([{ promotions: [] }]);
  });

  it.each([
    ['no products', { productIds: [] }, 'productIds'],
    ['more than 100 products', { productIds: Array.from({ length: 101 }, productId) }, 'productIds'],
    ['an amount of 0', { kind: 'AMOUNT_OFF', value: '0' }, 'value'],
    ['more than 100 percent', { value: '101' }, 'value'],
    ['a negative amount', { kind: 'AMOUNT_OFF', value: '-5' }, 'value'],
    ['an end before its start', { endsAt: '2025-01-01T00:00:00Z' }, 'endsAt'],
    ['a huge name', { name: 'x'.repeat(201) }, 'name'],
  ])('given a promotion with %s, then it is refused with INVALID_INPUT', async (_what, input, field) => {
    const { promotion, userErrors } = await story.createPromotion({ productIds: [productId()], ...input });
    expect(promotion).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: [field] }]);
  });

  it('given ids that are malformed or unknown, then they are refused', async () => {
    expect((await story.createPromotion({ productIds: [productId(), 'nonsense'] })).userErrors).toMatchObject([
      { field: ['productIds', '1'] },
    ]);
    expect(await story.refuses(story.endPromotion('nonsense'))).toEqual(['INVALID_INPUT']);
    expect(await story.refuses(story.endPromotion('prm_01h00000000000000000000000'))).toEqual(['NOT_FOUND']);
  });

  it('given a buyer, when they make a promotion, list promotions or ask for a quote, then they may not', async () => {
    await expect(story.createPromotion({ productIds: [productId()] }, buyer())).rejects.toThrow('coupons:write');
    const list = (who: object) =>
      story.ask('{ promotions(first: 10) { totalCount nodes { id products { id } } } }', {}, who);
    expect((await list(buyer())).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await list(staff())).data.promotions.totalCount).toBeGreaterThan(0);
    const quote = '{ quoteDiscounts(input: { currencyCode: "USD", lines: [] }) { discounts { label } } }';
    expect((await story.ask(quote, {}, staff())).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
