import { startStory, type Story } from './story';

describe('a category', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story.house.stop());

  const add = (input: object) => story.act('createCategory', input, 'category { slug path { slug } productCount }');

  it('stands under its parent, in the order of its position', async () => {
    expect((await add({ slug: 'tablets', name: 'Tablets', parentSlug: 'mobile', position: -1 })).category).toEqual({
      slug: 'tablets',
      path: [{ slug: 'electronics' }, { slug: 'mobile' }, { slug: 'tablets' }],
      productCount: 0,
    });
    const { data } = await story.ask('{ category(slug: "mobile") { children { slug } } }');
    expect(data.category.children).toEqual([{ slug: 'tablets' }, { slug: 'phones' }]);
  });

  it.each([
    ['a fourth level', { slug: 'deep', name: 'D', parentSlug: 'phones' }, 'INVALID_INPUT', ['parentSlug']],
    ['a parent that is not there', { slug: 'orphan', name: 'O', parentSlug: 'nowhere' }, 'NOT_FOUND', ['parentSlug']],
    ['a slug that is taken', { slug: 'home', name: 'H' }, 'SLUG_TAKEN', ['slug']],
    ['a slug that is none', { slug: '-', name: 'H' }, 'INVALID_INPUT', ['slug']],
    ['a position beyond reason', { slug: 'far', name: 'F', position: 2147483647 }, 'INVALID_INPUT', ['position']],
  ])('refuses %s', async (_, input, code, field) => {
    expect(await add(input)).toMatchObject({ category: null, userErrors: [{ code, field }] });
  });
});
