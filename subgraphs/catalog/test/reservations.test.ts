import { type Line, lineOf, type SomeProduct, startStory, type Story } from './story';

describe('stock that orders reserve', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story.house.stop());

  const variantOf = (product: SomeProduct, index = 0) => product.variants[index]?.id ?? '';
  const twoVariants = (stock: number) => {
    const sku = story.variantId().slice(-20);
    return story.product({
      options: [{ name: 'Size', values: ['S', 'L'] }],
      variants: ['S', 'L'].map((value) => ({
        sku: `${sku}-${value}`,
        price: story.price('5'),
        stock,
        options: [{ name: 'Size', value }],
      })),
    });
  };

  it('given enough stock, when an order reserves, then the units are held and no longer available', async () => {
    const product = await story.product({ stock: 5 });
    expect(await story.reserve(story.orderId(), [{ variantId: variantOf(product), quantity: 2 }])).toEqual({
      reserved: true,
      userErrors: [],
    });
    expect(await story.stock(variantOf(product))).toMatchObject({ onHand: 5, reserved: 2, available: 3, sold: 0 });
  });

  it('given two lines of one variant, when together they are more than there is, then nothing is held', async () => {
    const product = await story.product({ stock: 3 });
    const line = { variantId: variantOf(product), quantity: 2 };
    const { reserved, userErrors } = await story.reserve(story.orderId(), [line, line]);
    expect(reserved).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'OUT_OF_STOCK', field: ['lines', '1', 'quantity'] }]);
    expect(await story.stock(variantOf(product))).toMatchObject({ reserved: 0 });
  });

  it('given one line that cannot be had, when an order reserves several, then none is held', async () => {
    const [plenty, few] = [await story.product({ stock: 9 }), await story.product({ stock: 1 })];
    const lines = [
      { variantId: variantOf(plenty), quantity: 1 },
      { variantId: variantOf(few), quantity: 2 },
      { variantId: story.variantId(), quantity: 1 },
    ];
    const { userErrors } = await story.reserve(story.orderId(), lines);
    expect(userErrors).toMatchObject([
      { code: 'OUT_OF_STOCK', field: ['lines', '1', 'quantity'] },
      { code: 'NOT_FOUND', field: ['lines', '2', 'variantId'] },
    ]);
    expect(await story.stock(variantOf(plenty))).toMatchObject({ reserved: 0 });
  });

  it('given one unit, when ten orders reserve it at once, then one holds it and nine are told', async () => {
    const product = await story.product({ stock: 1 });
    const attempts = Array.from({ length: 10 }, () =>
      story.reserve(story.orderId(), [{ variantId: variantOf(product), quantity: 1 }]),
    );
    const answers = await Promise.all(attempts);
    expect(answers.filter(({ reserved }) => reserved)).toHaveLength(1);
    expect(answers.filter(({ userErrors }) => userErrors[0]?.code === 'OUT_OF_STOCK')).toHaveLength(9);
    expect(await story.stock(variantOf(product))).toMatchObject({ onHand: 1, reserved: 1, available: 0 });
  });

  it('given orders of the same variants in opposite order, when they reserve at once, then none waits for ever', async () => {
    const [one, other] = [await story.product({ stock: 100 }), await story.product({ stock: 100 })];
    const forwards = [one, other].map((product) => ({ variantId: variantOf(product), quantity: 1 }));
    const attempts = Array.from({ length: 20 }, (_, index) =>
      story.reserve(story.orderId(), index % 2 ? forwards : forwards.toReversed()),
    );
    expect((await Promise.all(attempts)).every(({ reserved }) => reserved)).toBe(true);
    expect(await story.stock(variantOf(one))).toMatchObject({ reserved: 20 });
  });

  it('given one unit of each, when orders of overlapping variants reserve and release at once, then each has all or is told', async () => {
    const products = await Promise.all(Array.from({ length: 8 }, () => story.product({ stock: 1 })));
    const three = (at: number) =>
      [at, at + 3, at + 6].map((index) => ({ variantId: variantOf(products[index % 8] as SomeProduct), quantity: 1 }));
    const tryOnce = async (at: number) => {
      const orderId = story.orderId();
      const { reserved, userErrors } = await story.reserve(orderId, three(at));
      expect(reserved ?? userErrors[0]?.code).toBe(reserved ? true : 'OUT_OF_STOCK');
      await story.release(orderId);
    };
    for (let round = 0; round < 8; round += 1)
      await Promise.all(Array.from({ length: 12 }, (_, at) => tryOnce(at * 3 + round)));
    for (const product of products)
      expect(await story.stock(variantOf(product))).toMatchObject({ reserved: 0, available: 1 });
  });

  it('given an order that has reserved, when the same order reserves again, five times at once, then it holds once', async () => {
    const product = await story.product({ stock: 5 });
    const [orderId, lines] = [story.orderId(), [{ variantId: variantOf(product), quantity: 2 }]];
    const answers = await Promise.all(Array.from({ length: 5 }, () => story.reserve(orderId, lines)));
    expect(answers.every(({ reserved }) => reserved)).toBe(true);
    expect(await story.stock(variantOf(product))).toMatchObject({ reserved: 2 });
  });

  it('given a held order, when it is released twice at once, then its units come back once', async () => {
    const product = await story.product({ stock: 5 });
    const orderId = story.orderId();
    await story.reserve(orderId, [{ variantId: variantOf(product), quantity: 2 }]);
    const answers = await Promise.all([story.release(orderId), story.release(orderId)]);
    expect(answers).toEqual([
      { released: true, userErrors: [] },
      { released: true, userErrors: [] },
    ]);
    expect(await story.stock(variantOf(product))).toMatchObject({ reserved: 0, available: 5 });
  });

  it('given an order that was released before it reserved, when its reservation comes late, then it holds nothing', async () => {
    const product = await story.product({ stock: 5 });
    const orderId = story.orderId();
    expect((await story.release(orderId)).released).toBe(true);
    const { userErrors } = await story.reserve(orderId, [{ variantId: variantOf(product), quantity: 1 }]);
    expect(userErrors).toMatchObject([{ code: 'ILLEGAL_STATE', field: ['orderId'] }]);
    expect(await story.stock(variantOf(product))).toMatchObject({ reserved: 0 });
  });

  it('given a held order, when it is paid and the event comes twice, then its units are sold once', async () => {
    const product = await story.product({ stock: 5 });
    const orderId = story.orderId();
    await story.reserve(orderId, [{ variantId: variantOf(product), quantity: 2 }]);
    await Promise.all([story.paid(orderId, [lineOf(product, 2)]), story.paid(orderId, [lineOf(product, 2)])]);
    expect(await story.stock(variantOf(product))).toEqual({
      onHand: 3,
      reserved: 0,
      available: 3,
      sold: 2,
      received: 5,
      returned: 0,
    });
    expect(await story.release(orderId)).toMatchObject({ released: null, userErrors: [{ code: 'ILLEGAL_STATE' }] });
  });

  it('given a sold order, when its parcel is recalled, then they are for sale again, once', async () => {
    const product = await story.product({ stock: 5 });
    const orderId = story.orderId();
    await story.reserve(orderId, [{ variantId: variantOf(product), quantity: 2 }]);
    await story.paid(orderId, [lineOf(product, 2)]);
    await story.recalled(orderId);
    await story.recalled(orderId);
    expect(await story.stock(variantOf(product))).toEqual({
      onHand: 5,
      reserved: 0,
      available: 5,
      sold: 2,
      received: 5,
      returned: 2,
    });
  });

  it('given a sold order, when it is refunded and its parcel not recalled, then stock stays as it is', async () => {
    const product = await story.product({ stock: 5 });
    const orderId = story.orderId();
    await story.reserve(orderId, [{ variantId: variantOf(product), quantity: 2 }]);
    await story.paid(orderId, [lineOf(product, 2)]);
    await story.refunded(orderId, [lineOf(product, 2)]);
    expect(await story.stock(variantOf(product))).toMatchObject({ onHand: 3, returned: 0 });
  });

  it('given a recall that overtakes the payment, when both have come, then nothing is held and nothing sold', async () => {
    const product = await story.product({ stock: 5 });
    const orderId = story.orderId();
    await story.reserve(orderId, [{ variantId: variantOf(product), quantity: 2 }]);
    await story.recalled(orderId);
    await story.paid(orderId, [lineOf(product, 2)]);
    expect(await story.stock(variantOf(product))).toMatchObject({ onHand: 5, reserved: 0, sold: 0 });
  });

  it('given a reservation whose time is over, when the job runs, then its units are free, and those of others are not', async () => {
    const product = await story.product({ stock: 5 });
    const [late, early] = [story.orderId(), story.orderId()];
    await story.reserve(early, [{ variantId: variantOf(product), quantity: 2 }], 15);
    await story.reserve(late, [{ variantId: variantOf(product), quantity: 1 }], 60);
    story.house.clock.advance(16 * 60_000);
    await story.house.runJob('catalog.release-expired-reservations');
    expect(await story.stock(variantOf(product))).toMatchObject({ reserved: 1, available: 4 });
  });

  it('given a reservation that has ended, when its order turns out to be paid, then it takes what is available', async () => {
    const product = await story.product({ stock: 2 });
    const orderId = story.orderId();
    await story.reserve(orderId, [{ variantId: variantOf(product), quantity: 2 }]);
    story.house.clock.advance(16 * 60_000);
    await story.house.runJob('catalog.release-expired-reservations');
    await story.paid(orderId, [lineOf(product, 2)]);
    expect(await story.stock(variantOf(product))).toMatchObject({ onHand: 0, reserved: 0, sold: 2 });
  });

  it('given a late payment and stock that others hold, when it comes, then it takes nothing from them', async () => {
    const product = await story.product({ stock: 1 });
    const [late, other] = [story.orderId(), story.orderId()];
    await story.reserve(late, [{ variantId: variantOf(product), quantity: 1 }]);
    story.house.clock.advance(16 * 60_000);
    await story.house.runJob('catalog.release-expired-reservations');
    await story.reserve(other, [{ variantId: variantOf(product), quantity: 1 }]);
    await story.paid(late, [lineOf(product, 1)]);
    expect(await story.stock(variantOf(product))).toMatchObject({ onHand: 1, reserved: 1, sold: 0 });
  });

  it('given a held order, when payment, release and expiry meet, then exactly one has its way', async () => {
    const product = await story.product({ stock: 3 });
    const orderId = story.orderId();
    await story.reserve(orderId, [{ variantId: variantOf(product), quantity: 3 }]);
    story.house.clock.advance(16 * 60_000);
    const job = story.house.runJob('catalog.release-expired-reservations');
    await Promise.all([story.release(orderId), job, story.paid(orderId, [lineOf(product, 3)])]);
    const stock = await story.stock(variantOf(product));
    expect(stock.reserved).toBe(0);
    expect([0, 3]).toContain(stock.sold);
    expect(stock.onHand).toBe(stock.received - stock.sold + stock.returned);
  });

  it('given several variants, when one of them is sold out, then the product stays in stock until the last is', async () => {
    const product = await twoVariants(1);
    const heard = await story.listen();
    await story.reserve(story.orderId(), [{ variantId: variantOf(product, 0), quantity: 1 }]);
    await story.house.settle();
    expect(heard.filter(({ productId }) => productId === product.id)).toEqual([]);
    await story.reserve(story.orderId(), [{ variantId: variantOf(product, 1), quantity: 1 }]);
    await story.house.settle();
    expect(heard.filter(({ productId }) => productId === product.id)).toMatchObject([{ inStock: false, revision: 2 }]);
  });

  it('given several variants, when orders take the last of each at once, then the product is out of stock', async () => {
    for (let round = 0; round < 5; round++) {
      const product = await twoVariants(1);
      const take = (index: number) =>
        story.reserve(story.orderId(), [{ variantId: variantOf(product, index), quantity: 1 }]);
      await Promise.all([take(0), take(1)]);
      const { data } = await story.ask('query ($id: ID!) { product(id: $id) { inStock } }', { id: product.id });
      expect(data.product.inStock).toBe(false);
    }
  });

  it('given statements that would oversell, when they forget every guard, then the database refuses them', async () => {
    const product = await story.product({ stock: 1 });
    const client = await story.superuser();
    const attempt = (set: string) =>
      client.query(`update catalog.stock_levels set ${set} where variant_id = $1`, [variantOf(product)]);
    await expect(attempt('reserved = 2')).rejects.toThrow('stock_not_oversold');
    await expect(attempt('reserved = -1')).rejects.toThrow('stock_not_oversold');
    await expect(attempt('on_hand = 2')).rejects.toThrow('stock_balances');
    await expect(attempt('on_hand = 0, sold = 2, received = 2')).resolves.toBeDefined();
    await expect(attempt('on_hand = 3, returned = 3')).rejects.toThrow('stock_returned');
    await client.end();
  });

  it('given sales, when products are sorted by what sells best, then the most units stand first', async () => {
    const [few, many] = [await story.product({ categorySlug: 'home' }), await story.product({ categorySlug: 'home' })];
    for (const [product, quantity] of [
      [few, 1],
      [many, 3],
    ] as const) {
      const orderId = story.orderId();
      await story.reserve(orderId, [{ variantId: variantOf(product), quantity }]);
      await story.paid(orderId, [lineOf(product, quantity)]);
    }
    const { data } = await story.ask(
      '{ products(first: 5, sort: BEST_SELLING, filter: { categorySlug: "home" }) { nodes { id } } }',
    );
    expect(data.products.nodes).toEqual([{ id: many.id }, { id: few.id }]);
  });

  type Request = { orderId?: string; lines?: Line[]; quantity?: number; variantId?: string; minutes?: number };
  const hostile: [what: string, request: Request, field: string[]][] = [
    ['an order id of another kind', { orderId: 'prd_x' }, ['orderId']],
    ['no lines', { lines: [] }, ['lines']],
    ['a quantity of 0', { quantity: 0 }, ['lines', '0', 'quantity']],
    ['a negative quantity', { quantity: -1 }, ['lines', '0', 'quantity']],
    ['a huge quantity', { quantity: 2147483647 }, ['lines', '0', 'quantity']],
    ['a variant id of another kind', { variantId: 'prd_x' }, ['lines', '0', 'variantId']],
    ['a time that is over', { minutes: -1 }, ['expiresAt']],
  ];
  it.each(hostile)('refuses %s', async (_, request, field) => {
    const { orderId = story.orderId(), variantId = story.variantId(), quantity = 1, minutes } = request;
    const answer = await story.reserve(orderId, request.lines ?? [{ variantId, quantity }], minutes);
    expect(answer).toMatchObject({ reserved: null, userErrors: [{ code: 'INVALID_INPUT', field }] });
  });

  it('is closed to everybody but other rooms', async () => {
    const { errors } = await story.asStaff('mutation { releaseStock(input: { orderId: "ord_1" }) { released } }');
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
