import { usd, type Goods, type Shop } from '../../story/shop';
import { openTheme } from './theme';

let shop: Shop;
let goods: Goods[];
const { ask, close, opened } = openTheme('browsing');
beforeAll(async () => {
  ({ shop } = opened());
  goods = [];
  while (goods.length < 20) {
    goods.push(await shop.goods());
    opened().agora.clock.advance(1000);
  }
});

describe('browsing', () => {
  it('ProductList has twenty products at once, newest first', async () => {
    const { products } = await ask(shop.guest, 'ProductList', { first: 20 });
    expect(products.nodes).toHaveLength(20);
    expect(products.nodes[0]).toMatchObject({
      slug: goods.at(-1)?.slug,
      category: { slug: 'things' },
      priceRange: { min: usd('10.00'), max: usd('10.00') },
      variants: [{ price: usd('10.00'), available: 10 }],
    });
  });

  it('ProductPage comes from the catalog, marketing, search and logistics', async () => {
    const [lamp] = goods as [Goods];
    const reduction = { kind: 'PERCENT_OFF', value: '10', productIds: [lamp.id] };
    await shop.clerk.order('createPromotion', { name: 'Sale', ...reduction });
    const { product } = await ask(shop.guest, 'ProductPage', { slug: lamp.slug });
    expect(product).toMatchObject({
      id: lamp.id,
      category: { path: [{ slug: 'things' }] },
      rating: { average: null, count: 0 },
      promotions: [{ name: 'Sale', kind: 'PERCENT_OFF', endsAt: null }],
      deliveryEstimate: { carrier: { name: 'Swift' }, price: usd('5.00'), minDays: 2, maxDays: 4 },
    });
    expect(product.recommendations).toHaveLength(8);
    expect(product.recommendations[0].priceRange.min).toEqual(usd('10.00'));
  });

  it('Categories counts what is for sale', async () => {
    const { categories } = await ask(shop.guest, 'Categories');
    expect(categories).toMatchObject([{ slug: 'things', productCount: goods.length, children: [] }]);
  });

  it('SearchProducts mends what was mistyped; SearchSuggestions goes on where the user stopped', async () => {
    const { searchProducts } = await ask(shop.guest, 'SearchProducts', { query: 'lammp', first: 20 });
    expect(searchProducts).toMatchObject({ totalCount: 20, correctedQuery: 'lamp' });
    expect(searchProducts.nodes[0].product.priceRange.min).toEqual(usd('10.00'));
    expect(searchProducts.facets.map(({ field }: { field: string }) => field)).toContain('CATEGORY');
    const { searchSuggestions } = await ask(shop.guest, 'SearchSuggestions', { prefix: 'la' });
    expect(searchSuggestions).toContainEqual({ text: expect.stringMatching(/lamp/i) });
  });

  it('PickupPoints lists the nearest first', async () => {
    const place = (name: string, latitude: number) => ({
      name,
      location: { latitude, longitude: 0 },
      address: { line1: '1 Street', city: 'Town', postalCode: '1', countryCode: 'US' },
    });
    for (const point of [place('far', 1), place('near', 0.1)]) await shop.clerk.order('createPickupPoint', point);
    const near = { latitude: 0, longitude: 0 };
    const { pickupPoints } = await ask(shop.guest, 'PickupPoints', { near, radiusKm: 500, first: 10 });
    expect(pickupPoints.nodes.map(({ name }: { name: string }) => name)).toEqual(['near', 'far']);
    expect(pickupPoints.nodes[0].distanceKm).toBeCloseTo(11.1, 0);
  });
});

close();
