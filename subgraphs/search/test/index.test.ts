import { demoTenant } from '../../../platform/identity/tenants';
import { serviceEnvelope } from '../../../platform/subgraph/room';
import type { Context } from '../context';
import { path, snapshot, startShop, usd, type Shop } from './story';

const contextOf = ({ house }: Shop) =>
  house.room('search').contextFor(serviceEnvelope('search', demoTenant, 'test')) as unknown as Context;

describe('keeping in step with the catalog', () => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await startShop();
  });
  afterEach(() => shop.stop());

  it('finds a changed product by its new words and no longer by its old ones', async () => {
    const product = snapshot({ name: 'Green kettle', description: 'boils', prices: usd(2000) });
    await shop.sell([product, snapshot({ name: 'Green mug' })]);
    await shop.find('kettle');
    await shop.sell([{ ...product, revision: 2, name: 'Green teapot', prices: usd(3000), inStock: false }]);
    expect((await shop.find('kettle')).totalCount).toBe(0);
    expect((await shop.find('teapot boils')).names).toEqual(['Green teapot']);
    expect((await shop.find('green', { filter: { priceMin: '30' } })).names).toEqual(['Green teapot']);
    expect((await shop.find('green', { filter: { inStock: false } })).names).toEqual(['Green teapot']);
    expect(await shop.suggest('ke')).toEqual([]);
  });

  it('ignores an older revision that comes late', async () => {
    const product = snapshot({ name: 'Second edition', revision: 2 });
    await shop.sell([product]);
    await shop.sell([{ ...product, name: 'First edition', revision: 1 }]);
    expect((await shop.find('edition second')).totalCount).toBe(1);
    expect((await shop.find('first')).totalCount).toBe(0);
  });

  it('takes an inactive product out of everything, and back in when it is active again', async () => {
    const product = snapshot({ name: 'Seasonal wreath', categoryPath: path('Decoration') });
    await shop.sell([product]);
    await shop.sell([{ ...product, active: false, revision: 2 }]);
    expect((await shop.find('wreath')).totalCount).toBe(0);
    expect((await shop.find('')).facet('CATEGORY')).toEqual([]);
    expect(await shop.suggest('wre')).toEqual([]);
    expect((await shop.find('wraeth')).correctedQuery).toBeNull();
    await shop.sell([{ ...product, active: true, revision: 3 }]);
    expect((await shop.find('wreath')).totalCount).toBe(1);
    expect(await shop.suggest('wre')).toEqual(['wreath']);
  });

  it('takes in texts that no index was made for', async () => {
    const marks = `a${'\u0301'.repeat(3000)}`;
    await shop.sell([
      snapshot({ name: 'ﷺ '.repeat(100), description: `${'ア'.repeat(4000)} ${'笔'.repeat(900)} ${marks}` }),
    ]);
    await shop.sell([snapshot({ name: marks, description: `${'x'.repeat(3000)} 𠮷野家` })]);
    expect((await shop.find('𠮷野家')).totalCount).toBe(1);
    await shop.sell([
      snapshot({
        name: '…',
        description: `${'9'.repeat(3000)} ${'x-'.repeat(1000)}`,
        variants: [{ variantId: 'v', sku: '---', name: '' }],
      }),
    ]);
    expect((await shop.find('')).totalCount).toBe(3);
  });

  it('counts units sold, also those heard of before the product itself', async () => {
    const [quiet, popular, unheard] = [
      snapshot({ name: 'Quiet' }),
      snapshot({ name: 'Popular' }),
      snapshot({ name: 'Unheard' }),
    ];
    await shop.sell([popular, quiet]);
    await shop.pay([[popular.productId, 2]]);
    await shop.pay([
      [unheard.productId, 2],
      [unheard.productId, 1],
    ]);
    await shop.sell([unheard]);
    expect((await shop.find('', { sort: 'BEST_SELLING' })).names).toEqual(['Unheard', 'Popular', 'Quiet']);
  });

  it('misses nothing when many write and read at once', async () => {
    const context = contextOf(shop);
    const rounds = Array.from({ length: 8 }, (_, round) =>
      context.transaction((tx) =>
        tx.repositories.index.indexProducts(Array.from({ length: 3 }, () => snapshot({ name: `Crowd ${round}` }))),
      ),
    );
    await Promise.all([...rounds, ...Array.from({ length: 8 }, () => shop.find('crowd'))]);
    const { totalCount, facet } = await shop.find('crowd');
    expect(totalCount).toBe(24);
    expect(facet('CATEGORY')).toEqual([{ value: 'things', label: 'Things', count: 24 }]);
  });

  it('indexes many products at once as it does one by one', async () => {
    const context = contextOf(shop);
    const products = Array.from({ length: 2500 }, (_, index) =>
      snapshot({ name: `Bulk ${index % 7 === 0 ? 'seventh' : 'other'}` }),
    );
    const repeated = { ...(products[0] ?? snapshot()), name: 'Bulk renamed', revision: 2 };
    await context.transaction((tx) => tx.repositories.index.indexProducts([...products, repeated]));
    expect((await shop.find('bulk')).totalCount).toBe(2500);
    expect((await shop.find('seventh')).totalCount).toBe(357);
    expect((await shop.find('renamed')).ids).toEqual([repeated.productId]);
  });
});
