import { openRoomDatabase } from '../../../platform/data/database';
import { snapshot, startStory, type Story } from './story';

describe('two shops', () => {
  let story: Story;
  const shared = snapshot({ name: 'Shared kettle' });
  const mine = snapshot({ name: 'Demo teapot' });
  const theirs = snapshot({ name: 'Other samovar' });
  beforeAll(async () => {
    story = await startStory();
    await story.sell([shared, mine]);
    await story.sell([{ ...shared, name: 'Shared cauldron' }, theirs], 'other');
    await story.pay([
      [shared.productId, 1],
      [mine.productId, 1],
    ]);
  });
  afterAll(() => story.stop());
  const other = { tenant: 'other' };

  it('finds in each its own products only, though they share an id', async () => {
    expect(new Set((await story.find('')).ids)).toEqual(new Set([shared.productId, mine.productId]));
    expect(new Set((await story.find('', {}, other)).ids)).toEqual(new Set([shared.productId, theirs.productId]));
    expect((await story.find('cauldron')).totalCount).toBe(0);
    expect((await story.find('kettle', {}, other)).totalCount).toBe(0);
  });

  it('corrects, suggests and recommends from its own products only', async () => {
    expect((await story.find('samovra')).correctedQuery).toBeNull();
    expect((await story.find('samovra', {}, other)).correctedQuery).toBe('samovar');
    expect(await story.suggest('sam')).toEqual([]);
    expect(await story.suggest('tea', 8, other)).toEqual([]);
    expect(await story.recommend([shared.productId], 8)).toEqual([[mine.productId]]);
    expect(await story.recommend([shared.productId], 8, other)).toEqual([[theirs.productId]]);
    expect(await story.recommend([mine.productId], 8, other)).toEqual([[]]);
  });

  it('does not take a cursor of one in the other', async () => {
    const { pageInfo } = await story.find('', { first: 1 });
    await expect(story.find('', { first: 1, after: pageInfo.endCursor }, other)).rejects.toThrow(
      'after is not a cursor',
    );
  });

  it.each(['products', 'postings', 'words', 'trigrams', 'sales', 'companions', 'index_states'])(
    'keeps the rows of %s apart although no statement names the tenant',
    async (table) => {
      const database = openRoomDatabase({ url: story.house.databaseUrl, room: 'search', connections: 1 });
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
