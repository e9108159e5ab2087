import { statementsOf } from '../../../test/story/house';
import { path, snapshot, startStory, type Story } from './story';

describe('searching products', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
    await story.sell([
      snapshot({ name: 'Padded sleeve', description: 'Fits every laptop up to 15 inches.' }),
      snapshot({ name: 'Cleaning kit', options: [{ name: 'Made for', values: ['Laptop', 'Phone'] }] }),
      snapshot({ name: 'Laptop stand' }),
      snapshot({
        name: 'UltraBook XPS-13',
        categoryPath: path('Computers', 'Laptops'),
        variants: [{ variantId: 'v', sku: 'AG-1313-BLK', name: 'Black, 512GB' }],
      }),
      snapshot({ name: 'Laptop Air', categoryPath: path('Computers', 'Laptops') }),
      snapshot({ name: 'Kopfhörer Größe L' }),
      snapshot({ name: 'Wi-Fi 4K projector', description: 'With the best picture of all.' }),
      snapshot({ name: 'Rechargeable batteries' }),
      snapshot({ name: '华为笔记本电脑', description: '轻薄' }),
      snapshot({ name: '无线蓝牙耳机' }),
      snapshot({ name: 'The Who on vinyl' }),
      snapshot({
        name: 'Bread & <b>"butter"</b> knife',
        description: `${'word '.repeat(60)}sharp <i>blade</i> ${'tail '.repeat(60)}`,
      }),
      snapshot({ name: 'Euro lamp', prices: [{ currencyCode: 'EUR', min: 500, max: 500 }] }),
    ]);
  });
  afterAll(() => story.stop());

  it('puts a match in the name before one in options and categories, and that before one in the description', async () => {
    const { names } = await story.find('laptop');
    expect(names).toEqual(['Laptop Air', 'Laptop stand', 'UltraBook XPS-13', 'Cleaning kit', 'Padded sleeve']);
  });

  it.each([
    ['laptops', 'Laptop Air'],
    ['LAPTOP air', 'Laptop Air'],
    ['battery', 'Rechargeable batteries'],
    ['kopfhorer', 'Kopfhörer Größe L'],
    ['KOPFHÖRER grosse', 'Kopfhörer Größe L'],
    ['XPS-13', 'UltraBook XPS-13'],
    ['xps 13', 'UltraBook XPS-13'],
    ['xps13', 'UltraBook XPS-13'],
    ['ag-1313-blk', 'UltraBook XPS-13'],
    ['512 gb', 'UltraBook XPS-13'],
    ['4k', 'Wi-Fi 4K projector'],
    ['wifi', 'Wi-Fi 4K projector'],
    ['wi fi', 'Wi-Fi 4K projector'],
    ['电脑', '华为笔记本电脑'],
    ['笔记本电脑', '华为笔记本电脑'],
    ['笔', '华为笔记本电脑'],
    ['diannao', '华为笔记本电脑'],
    ['bi ji ben', '华为笔记本电脑'],
    ['蓝牙', '无线蓝牙耳机'],
    ['lanyaerji', '无线蓝牙耳机'],
    ['the', 'The Who on vinyl'],
    ['the projector', 'Wi-Fi 4K projector'],
  ])('finds by "%s" %s', async (query, name) => {
    const { names, correctedQuery } = await story.find(query);
    expect(names[0]).toBe(name);
    expect(correctedQuery).toBeNull();
  });

  it('asks for every word', async () => {
    expect((await story.find('laptop xps')).names).toEqual(['UltraBook XPS-13']);
    expect((await story.find('laptop vinyl')).totalCount).toBe(0);
  });

  it('corrects a word that no product holds, and says so', async () => {
    const typo = await story.find('lpatop air');
    expect(typo.correctedQuery).toBe('laptop air');
    expect(typo.names).toEqual(['Laptop Air']);
    expect((await story.find('projektor')).correctedQuery).toBe('projector');
    expect((await story.find('Kopfhörrer, bitte')).correctedQuery).toBe('kopfhorer, bitte');
  });

  it('leaves alone what resembles nothing, and codes', async () => {
    for (const query of ['zzyzx', 'xps14', '99999']) {
      expect(await story.find(query)).toMatchObject({ correctedQuery: null, totalCount: 0 });
    }
  });

  it('marks what it found, and escapes everything else', async () => {
    const [hit] = (await story.find('butter knives blade')).nodes;
    expect(hit.highlights[0]).toEqual({
      field: 'NAME',
      fragment: 'Bread &amp; &lt;b&gt;&quot;<em>butter</em>&quot;&lt;/b&gt; <em>knife</em>',
    });
    expect(hit.highlights[1].field).toBe('DESCRIPTION');
    expect(hit.highlights[1].fragment).toMatch(/^…word .*sharp &lt;i&gt;<em>blade<\/em>&lt;\/i&gt; tail .*…$/);
  });

  it('marks Chinese found by pinyin, and the category, option or SKU that was found', async () => {
    expect((await story.find('diannao')).nodes[0].highlights).toEqual([
      { field: 'NAME', fragment: '华为笔记本<em>电脑</em>' },
    ]);
    expect((await story.find('computers xps')).nodes[0].highlights).toContainEqual({
      field: 'CATEGORY',
      fragment: '<em>Computers</em>',
    });
    expect((await story.find('phone')).nodes[0].highlights).toEqual([
      { field: 'OPTION', fragment: 'Made for: Laptop, <em>Phone</em>' },
    ]);
    expect((await story.find('AG-1313-BLK')).nodes[0].highlights).toEqual([
      { field: 'VARIANT', fragment: '<em>AG-1313-BLK</em>' },
    ]);
  });

  it('lists everything that has a price in the currency when nothing is asked for', async () => {
    const all = await story.find('  ');
    expect(all.totalCount).toBe(12);
    expect(all.nodes.every(({ highlights }: { highlights: unknown[] }) => highlights.length === 0)).toBe(true);
    expect((await story.find('', {}, { currency: 'EUR' })).names).toEqual(['Euro lamp']);
    expect((await story.find('', {}, { currency: 'JPY' })).totalCount).toBe(0);
  });

  it('finds nothing for what holds no word', async () => {
    for (const query of ['!!!', '🎧', '---', '‮', ':*|&!\'"\\', '%_%']) {
      expect(await story.find(query)).toMatchObject({ totalCount: 0, nodes: [], correctedQuery: null });
    }
  });

  it('takes operators and other scripts as plain text', async () => {
    expect((await story.find("laptop:* | (air) & !'x")).totalCount).toBe(0);
    expect((await story.find("laptop:* | (air) & !'")).names).toEqual(['Laptop Air']);
    for (const query of [
      'حقيبة',
      'ラップトップ',
      '노트북',
      '𠮷野家',
      'á'.repeat(66),
      'a-'.repeat(100),
      '1'.repeat(200),
      '笔'.repeat(200),
    ]) {
      expect(await story.find(query)).toMatchObject({ nodes: expect.any(Array) });
    }
  });

  it('refuses a query that is too long or no text', async () => {
    expect(await story.refusal('x'.repeat(201))).toBe('INVALID_INPUT');
    expect(await story.refusal('x'.repeat(20_001))).toBe('INVALID_INPUT');
    expect(await story.refusal('a\0b')).toBe('INVALID_INPUT');
  });

  it('takes two statements, three with a correction', async () => {
    const count = async (query: string) => {
      await story.find(query);
      const narrowed = () => story.find(query, { filter: { inStock: true }, sort: 'PRICE_ASC' });
      return (await statementsOf(story.house, narrowed)).length;
    };
    expect(await count('laptop air')).toBe(2);
    expect(await count('')).toBe(2);
    expect(await count('lpatop')).toBe(3);
  });

  it('reads its index through indexes, although row-level security stands before them', async () => {
    const plan = await explain(story, `select packed from search.postings where term = any('{laptop}'::text[])`);
    expect(plan).toMatch(/Index Cond: .*tenant_id = .*term = ANY/);
    const changes = `select number from search.products where (version, number) > (1, 1) order by products.version, products.number`;
    expect(await explain(story, changes)).toMatch(/Index Cond: .*tenant_id = .*ROW\(version, number\) > ROW/);
    expect(await explain(story, `select word from search.trigrams where trigram = any('{lap}'::text[])`)).toMatch(
      /Index Cond: .*trigram = ANY/,
    );
    expect(await explain(story, `select text from search.words where word >= 'la' and word < 'lb'`)).toMatch(
      /Index Cond: .*word >= 'la'.*word < 'lb'/,
    );
  });
});

async function explain({ house }: Story, statement: string): Promise<string> {
  const { openRoomDatabase } = await import('../../../platform/data/database');
  const database = openRoomDatabase({ url: house.databaseUrl, room: 'search', connections: 1 });
  try {
    await database.pool.query('set enable_seqscan = off');
    const { rows } = await database.forTenant('demo').execute<{ 'QUERY PLAN': string }>(`explain ${statement}`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await database.close();
  }
}
