import { type Shelf, startShelf } from './shelf';

describe('what is offered for an order', () => {
  let shelf: Shelf;
  beforeAll(async () => {
    shelf = await startShelf();
  });
  afterAll(() => shelf.house.stop());

  const offers = (ids: unknown[], currencyCode: string) =>
    shelf.inside(
      `query ($ids: [ID!]!, $currencyCode: CurrencyCode!) { variantOffers(ids: $ids, currencyCode: $currencyCode) {
        variantId productId sku variantName productName available weightGrams price { amount currencyCode } } }`,
      { ids, currencyCode },
    );

  it('answers in the order of the ids, null where nothing is for sale', async () => {
    const [anvil, drum] = [shelf.made.anvil?.variants[0]?.id, shelf.made.drum?.variants[0]?.id];
    const { data } = await offers([drum, 'nonsense', anvil, drum], 'EUR');
    const [first, nothing, second, third] = data.variantOffers;
    expect(first).toMatchObject({ variantId: drum, productName: 'drum', available: 0, price: null });
    expect(nothing).toBeNull();
    expect(second).toMatchObject({
      sku: 'anvil-30',
      variantName: '30',
      weightGrams: 3000,
      price: { amount: '30.00', currencyCode: 'EUR' },
    });
    expect(third).toEqual(first);
  });

  it.each(['variantOffers(ids: [], currencyCode: "USD") { sku }', 'knownProducts(ids: [])'])(
    'is closed to clients: %s',
    async (field) => {
      const { errors } = await shelf.asStaff(`{ ${field} }`);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    },
  );
});
