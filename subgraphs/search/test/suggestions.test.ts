import { path, snapshot, startStory, type Story } from './story';

describe('suggestions', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
    const phones = ['Galaxy phone', 'Galaxy phone mini', 'Gaming phone'].map((name) =>
      snapshot({ name, categoryPath: path('Phones') }),
    );
    await story.sell([
      ...phones,
      snapshot({ name: 'Gaming laptop', categoryPath: path('Laptops'), description: 'garish' }),
      snapshot({ name: 'Café crème' }),
      snapshot({ name: '华为笔记本电脑' }),
      snapshot({ name: 'Galaxy of euros', prices: [{ currencyCode: 'EUR', min: 1, max: 1 }] }),
    ]);
    await story.pay([[phones[1]?.productId ?? '', 5]]);
  });
  afterAll(() => story.stop());

  it('completes a word, the one of most products first', async () => {
    expect(await story.suggest('ga')).toEqual(['galaxy', 'gaming']);
    expect(await story.suggest('GÁ', 1)).toEqual(['galaxy']);
  });

  it('adds names of products, the best-selling first, only those for sale in the currency', async () => {
    expect(await story.suggest('gala')).toEqual(['galaxy', 'Galaxy phone mini', 'Galaxy phone']);
    expect(await story.suggest('galaxy p', 4)).toEqual([
      'galaxy phone',
      'galaxy phones',
      'Galaxy phone mini',
      'Galaxy phone',
    ]);
  });

  it('completes the last of several words by what occurs with the others', async () => {
    expect(await story.suggest('gaming l')).toEqual(['gaming laptop', 'gaming laptops', 'Gaming laptop']);
    expect(await story.suggest('crème l')).toEqual([]);
  });

  it('shows words as products write them, found without accents and by pinyin', async () => {
    expect(await story.suggest('cafe')).toEqual(['café', 'Café crème']);
    expect(await story.suggest('bij')).toContain('笔记本');
    expect(await story.suggest('笔')).toContain('笔记本电脑');
  });

  it('has none for nothing, for no word, and for words of descriptions alone', async () => {
    for (const prefix of ['', '  ', '!!!', '🎧', '%', '_', "'", '\\', 'garis', 'ة', 'zzz'])
      expect(await story.suggest(prefix)).toEqual([]);
  });

  it('refuses what is too long, and a number of suggestions out of range', async () => {
    await expect(story.suggest('x'.repeat(201))).rejects.toThrow('at most 200');
    await expect(story.suggest('x', 0)).rejects.toThrow('first must be');
    await expect(story.suggest('x', 101)).rejects.toThrow('first must be');
  });
});
