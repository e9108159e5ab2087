import { Client } from 'pg';
import { demoTenant } from '../../../platform/identity/tenants';
import { serviceEnvelope } from '../../../platform/subgraph/room';
import type { Context } from '../context';
import { eventually } from '../../../test/story/rest';
import { path, snapshot, startStory, type Story, usd } from './story';

const contextOf = ({ house }: Story) =>
  house.room('search').contextFor(serviceEnvelope('search', demoTenant, 'test')) as unknown as Context;

describe('keeping in step with the catalog', () => {
  let story: Story;
  beforeEach(async () => {
    story = await startStory();
  });
  afterEach(() => story.stop());

  it('finds a changed product by its new words and no longer by its old ones', async () => {
    const product = snapshot({ name: 'Green kettle', description: 'boils', prices: usd(2000) });
    await story.sell([product, snapshot({ name: 'Green mug' })]);
    await story.find('kettle');
    await story.sell([{ ...product, revision: 2, name: 'Green teapot', prices: usd(3000), inStock: false }]);
    expect((await story.find('kettle')).totalCount).toBe(0);
    expect((await story.find('teapot boils')).names).toEqual(['Green teapot']);
    expect((await story.find('green', { filter: { priceMin: '30' } })).names).toEqual(['Green teapot']);
    expect((await story.find('green', { filter: { inStock: false } })).names).toEqual(['Green teapot']);
    expect(await story.suggest('ke')).toEqual([]);
  });

  it('ignores an older revision that comes late', async () => {
    const product = snapshot({ name: 'Second edition', revision: 2 });
    await story.sell([product]);
    await story.sell([{ ...product, name: 'First edition', revision: 1 }]);
    expect((await story.find('edition second')).totalCount).toBe(1);
    expect((await story.find('first')).totalCount).toBe(0);
  });

  it('takes an inactive product out of everything, and back in when it is active again', async () => {
    const product = snapshot({ name: 'Seasonal wreath', categoryPath: path('Decoration') });
    await story.sell([product]);
    await story.sell([{ ...product, active: false, revision: 2 }]);
    expect((await story.find('wreath')).totalCount).toBe(0);
    expect((await story.find('')).facet('CATEGORY')).toEqual([]);
    expect(await story.suggest('wre')).toEqual([]);
    expect((await story.find('wraeth')).correctedQuery).toBeNull();
    await story.sell([{ ...product, active: true, revision: 3 }]);
    expect((await story.find('wreath')).totalCount).toBe(1);
    expect(await story.suggest('wre')).toEqual(['wreath']);
  });

  it('takes in texts that no index was made for', async () => {
    const marks = `a${'\u0301'.repeat(3000)}`;
    await story.sell([
      snapshot({ name: 'ﷺ '.repeat(100), description: `${'ア'.repeat(4000)} ${'笔'.repeat(900)} ${marks}` }),
    ]);
    await story.sell([snapshot({ name: marks, description: `${'x'.repeat(3000)} 𠮷野家` })]);
    expect((await story.find('𠮷野家')).totalCount).toBe(1);
    await story.sell([
      snapshot({
        name: '…',
        description: `${'9'.repeat(3000)} ${'x-'.repeat(1000)}`,
        variants: [{ variantId: 'v', sku: '---', name: '' }],
      }),
    ]);
    expect((await story.find('')).totalCount).toBe(3);
  });

  it('counts units sold, also those heard of before the product itself', async () => {
    const [quiet, popular, unheard] = [
      snapshot({ name: 'Quiet' }),
      snapshot({ name: 'Popular' }),
      snapshot({ name: 'Unheard' }),
    ];
    await story.sell([popular, quiet]);
    await story.pay([[popular.productId, 2]]);
    await story.pay([
      [unheard.productId, 2],
      [unheard.productId, 1],
    ]);
    await story.sell([unheard]);
    expect((await story.find('', { sort: 'BEST_SELLING' })).names).toEqual(['Unheard', 'Popular', 'Quiet']);
  });

  it('misses nothing when many write and read at once', async () => {
    const context = contextOf(story);
    const rounds = Array.from({ length: 8 }, (_, round) =>
      context.transaction((tx) =>
        tx.repositories.index.indexProducts(Array.from({ length: 3 }, () => snapshot({ name: `Crowd ${round}` }))),
      ),
    );
    await Promise.all([...rounds, ...Array.from({ length: 8 }, () => story.find('crowd'))]);
    const { totalCount, facet } = await story.find('crowd');
    expect(totalCount).toBe(24);
    expect(facet('CATEGORY')).toEqual([{ value: 'things', label: 'Things', count: 24 }]);
  });

  it('reads a whole shop once, however many are the first to search it', async () => {
    await story.sell([snapshot({ name: 'Brass lamp' })]);
    const database = new Client({ connectionString: story.house.databaseUrl });
    await database.connect();
    await database.query('begin; lock table search.postings in access exclusive mode');
    const asked = Promise.all(Array.from({ length: 20 }, () => story.find('lamp')));
    const readings = () => story.house.statements().filter((text) => text.includes('"postings"'));
    await eventually('somebody reads', async () => readings().length > 0);
    expect(await story.suggest('br')).toEqual(['brass']);
    expect(readings()).toHaveLength(1);
    await database.end();
    expect((await asked).map(({ totalCount }) => totalCount)).toEqual(Array(20).fill(1));
  });

  it('indexes many products at once as it does one by one', async () => {
    const context = contextOf(story);
    const products = Array.from({ length: 2500 }, (_, index) =>
      snapshot({ name: `Bulk ${index % 7 === 0 ? 'seventh' : 'other'}` }),
    );
    const repeated = { ...(products[0] ?? snapshot()), name: 'Bulk renamed', revision: 2 };
    await context.transaction((tx) => tx.repositories.index.indexProducts([...products, repeated]));
    expect((await story.find('bulk')).totalCount).toBe(2500);
    expect((await story.find('seventh')).totalCount).toBe(357);
    expect((await story.find('renamed')).ids).toEqual([repeated.productId]);
  });
});
