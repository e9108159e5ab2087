import { openRoomDatabase } from '../../../platform/data/database';
import { snapshot, startShop, type Shop } from './story';

describe('two shops', () => {
  let shop: Shop;
  const shared = snapshot({ name: 'Shared kettle' });
  const mine = snapshot({ name: 'Demo teapot' });
  const theirs = snapshot({ name: 'Other samovar' });
  beforeAll(async () => {
    shop = await startShop();
    await shop.sell([shared, mine]);
    await shop.sell([{ ...shared, name: 'Shared cauldron' }, theirs], 'other');
    await shop.pay([
      [shared.productId, 1],
      [mine.productId, 1],
    ]);
  });
  afterAll(() => shop.stop());
  const other = { tenant: 'other' };

  it('finds in each its own products only, though they share an id', async () => {
    expect(new Set((await shop.find('')).ids)).toEqual(new Set([shared.productId, mine.productId]));
    expect(new Set((await shop.find('', {}, other)).ids)).toEqual(new Set([shared.productId, theirs.productId]));
    expect((await shop.find('cauldron')).totalCount).toBe(0);
    expect((await shop.find('kettle', {}, other)).totalCount).toBe(0);
  });

  it('corrects, suggests and recommends from its own products only', async () => {
    expect((await shop.find('samovra')).correctedQuery).toBeNull();
    expect((await shop.find('samovra', {}, other)).correctedQuery).toBe('samovar');
    expect(await shop.suggest('sam')).toEqual([]);
    expect(await shop.suggest('tea', 8, other)).toEqual([]);
    expect(await shop.recommend([shared.productId], 8)).toEqual([[mine.productId]]);
    expect(await shop.recommend([shared.productId], 8, other)).toEqual([[theirs.productId]]);
    expect(await shop.recommend([mine.productId], 8, other)).toEqual([[]]);
  });

  it('does not take a cursor of one in the other', async () => {
    const { pageInfo } = await shop.find('', { first: 1 });
    await expect(shop.find('', { first: 1, after: pageInfo.endCursor }, other)).rejects.toThrow(
      'after is not a cursor',
    );
  });

  it.each(['products', 'postings', 'words', 'trigrams', 'sales', 'companions', 'index_states'])(
    'keeps the rows of %s apart although no statement names the tenant',
    async (table) => {
      const database = openRoomDatabase({ url: shop.house.databaseUrl, room: 'search', connections: 1 });
      try {
        const tenantsSeenBy = async (tenant: string) => {
          const { rows } = await database.forTenant(tenant).execute(`select distinct tenant_id from search.${table}`);
          return rows.map((row) => row.tenant_id).filter((seen) => seen !== tenant);
        };
        expect(await tenantsSeenBy('demo')).toEqual([]);
        expect(await tenantsSeenBy('other')).toEqual([]);
        expect((await database.forTenant('nobody').execute(`select 1 from search.${table}`)).rows).toEqual([]);
      } finally {
        await database.close();
      }
    },
  );
});
