import { buyer, staff } from '../../../test/story/house';
import { type SomeProduct, startStory, type Story } from './story';

describe('stock that staff correct', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story.house.stop());

  const variantOf = (product: SomeProduct) => product.variants[0]?.id ?? '';

  it('given units that come in, when they are booked, then they are on hand, received and in the history', async () => {
    const id = variantOf(await story.product({ stock: 2 }));
    const me = staff();
    const { variant, userErrors } = await story.adjust(id, 5, { expectedOnHand: 2, as: me });
    expect(userErrors).toEqual([]);
    expect(variant.stock).toEqual({ onHand: 7, reserved: 0, available: 7, sold: 0, received: 7, returned: 0 });
    story.house.clock.advance(1000);
    await story.adjust(id, -1);
    const { data } = await story.asStaff(
      'query ($id: ID!) { productVariant(id: $id) { stockMovements(first: 1) { totalCount pageInfo { hasNextPage endCursor } nodes { delta onHand reason } } } }',
      { id },
    );
    const first = data.productVariant.stockMovements;
    expect(first).toMatchObject({
      totalCount: 2,
      nodes: [{ delta: -1, onHand: 6, reason: 'count' }],
      pageInfo: { hasNextPage: true },
    });
    const next = await story.asStaff(
      'query ($id: ID!, $after: String) { productVariant(id: $id) { stockMovements(first: 1, after: $after) { nodes { delta actor } } } }',
      { id, after: first.pageInfo.endCursor },
    );
    expect(next.data.productVariant.stockMovements.nodes).toEqual([
      { delta: 5, actor: 'id' in me.identity ? me.identity.id : '' },
    ]);
  });

  it('given stock that is not as expected, then the correction is stale and nothing moves', async () => {
    const id = variantOf(await story.product({ stock: 2 }));
    expect(await story.adjust(id, 1, { expectedOnHand: 3 })).toMatchObject({
      variant: null,
      userErrors: [{ code: 'STALE', field: ['expectedOnHand'] }],
    });
    expect(await story.stock(id)).toMatchObject({ onHand: 2 });
  });

  it('given two who expect the same, when they correct at once, then one is told that it is stale', async () => {
    const id = variantOf(await story.product({ stock: 2 }));
    const answers = await Promise.all([1, 2].map(() => story.adjust(id, 1, { expectedOnHand: 2 })));
    expect(answers.filter(({ userErrors }) => userErrors[0]?.code === 'STALE')).toHaveLength(1);
    expect(await story.stock(id)).toMatchObject({ onHand: 3 });
  });

  it('given reserved units, when more than the others are taken out, then none is', async () => {
    const id = variantOf(await story.product({ stock: 5 }));
    await story.reserve(story.orderId(), [{ variantId: id, quantity: 4 }]);
    expect(await story.adjust(id, -2)).toMatchObject({
      variant: null,
      userErrors: [{ code: 'OUT_OF_STOCK', field: ['delta'] }],
    });
    expect((await story.adjust(id, -1)).variant.stock).toMatchObject({ onHand: 4, reserved: 4, available: 0 });
  });

  it('given the last unit, when it is reserved and written off at once, then one of both has it', async () => {
    for (let round = 0; round < 5; round++) {
      const id = variantOf(await story.product({ stock: 1 }));
      const [{ reserved }, { userErrors }] = await Promise.all([
        story.reserve(story.orderId(), [{ variantId: id, quantity: 1 }]),
        story.adjust(id, -1),
      ]);
      expect([reserved === true, userErrors.length === 0].filter(Boolean)).toHaveLength(1);
      const stock = await story.stock(id);
      expect(stock.onHand).toBe(stock.reserved);
    }
  });

  it('given one key, when it is used five times at once, then stock moves once and all hear the same', async () => {
    const id = variantOf(await story.product({ stock: 1 }));
    const me = staff();
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => story.adjust(id, 3, { idempotencyKey: 'once', as: me })),
    );
    for (const answer of answers) expect(answer).toMatchObject({ variant: { stock: { onHand: 4 } }, userErrors: [] });
    expect(await story.adjust(id, 4, { idempotencyKey: 'once', as: me })).toMatchObject({
      variant: null,
      userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }],
    });
  });

  it('given several corrections in one request, then each answers what it has done', async () => {
    const id = variantOf(await story.product({ stock: 1 }));
    const one = (name: string) =>
      `${name}: adjustStock(input: { variantId: "${id}", delta: 1, reason: "r", idempotencyKey: "${id}-${name}" }) { variant { stock { onHand } } }`;
    const { data } = await story.asStaff(`mutation { ${one('a')} ${one('b')} }`);
    expect([data.a.variant.stock.onHand, data.b.variant.stock.onHand]).toEqual([2, 3]);
  });

  it('given a product that comes in or out of stock by it, then other rooms hear, and otherwise they do not', async () => {
    const product = await story.product({ stock: 0 });
    const heard = await story.listen();
    for (const delta of [2, 1, -1, -2]) await story.adjust(variantOf(product), delta);
    await story.house.settle();
    expect(heard).toMatchObject([
      { inStock: true, revision: 2 },
      { inStock: false, revision: 3 },
    ]);
  });

  it.each([
    [{ delta: 0 }, 'INVALID_INPUT', ['delta']],
    [{ delta: 2147483647 }, 'INVALID_INPUT', ['delta']],
    [{ delta: -2147483648 }, 'INVALID_INPUT', ['delta']],
    [{ reason: '  ' }, 'INVALID_INPUT', ['reason']],
    [{ idempotencyKey: '' }, 'INVALID_INPUT', ['idempotencyKey']],
    [{ variantId: 'ord_1' }, 'INVALID_INPUT', ['variantId']],
    [{ expectedOnHand: -2147483648 }, 'STALE', ['expectedOnHand']],
  ])('refuses %j', async (wrong, code, field) => {
    const input = {
      variantId: variantOf(await story.product()),
      delta: 1,
      reason: 'r',
      idempotencyKey: story.orderId(),
      ...wrong,
    };
    const { data } = await story.asStaff(
      'mutation ($input: AdjustStockInput!) { adjustStock(input: $input) { variant { id } userErrors { code field } } }',
      { input },
    );
    expect(data.adjustStock).toEqual({ variant: null, userErrors: [{ code, field }] });
  });

  it('given a variant that is not there, then it is not found', async () => {
    expect(await story.adjust(story.variantId(), 1)).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', field: ['variantId'] }],
    });
  });

  it('keeps no more units than a number can tell', async () => {
    const id = variantOf(await story.product({ stock: 0 }));
    const client = await story.superuser();
    await client.query(
      'update catalog.stock_levels set on_hand = 2000000000, received = 2000000000 where variant_id = $1',
      [id],
    );
    await client.end();
    expect(await story.adjust(id, 1)).toMatchObject({ userErrors: [{ code: 'INVALID_INPUT', field: ['delta'] }] });
  });

  it('shows the books to staff alone', async () => {
    const id = variantOf(await story.product());
    const { data, errors } = await story.ask(
      'query ($id: ID!) { productVariant(id: $id) { available stock { sold } stockMovements { totalCount } } }',
      { id },
      buyer(),
    );
    expect(data.productVariant).toEqual({ available: 10, stock: null, stockMovements: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    const refused = await story.ask(
      'mutation { adjustStock(input: { variantId: "x", delta: 1, reason: "r", idempotencyKey: "k" }) { variant { id } } }',
      {},
      buyer(),
    );
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
