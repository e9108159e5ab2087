import { startStory, type Story } from './story';

describe('a product that is archived', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story.house.stop());

  it('given a product, when it is archived twice, then it is out of lists, pages, offers and counts, once', async () => {
    const { id, slug, variants } = await story.product();
    const before = await story.counts();
    const heard = await story.listen();
    const archive = () => story.act('archiveProduct', { productId: id }, 'product { active revision }');
    expect((await archive()).product).toEqual({ active: false, revision: 2 });
    expect((await archive()).product).toEqual({ active: false, revision: 2 });
    await story.house.settle();
    expect(heard).toMatchObject([{ productId: id, active: false, revision: 2 }]);
    expect(await story.counts()).toEqual([before[0] - 1, before[1] - 1, before[2]]);
    const { data } = await story.ask(
      'query ($id: ID!, $slug: String!) { product(slug: $slug) { id } products(first: 1, filter: { ids: [$id] }) { totalCount } }',
      { id, slug },
    );
    expect(data).toEqual({ product: null, products: { totalCount: 0 } });
    const offers = await story.inside(
      'query ($ids: [ID!]!) { variantOffers(ids: $ids, currencyCode: "USD") { sku } }',
      { ids: variants.map((each) => each.id) },
    );
    expect(offers.data.variantOffers).toEqual([null]);
  });

  it('given an archived product, when staff or an order asks for it, then it is still there', async () => {
    const { id } = await story.product();
    await story.act('archiveProduct', { productId: id }, 'product { id }');
    expect((await story.asStaff('query ($id: ID!) { product(id: $id) { active } }', { id })).data.product).toEqual({
      active: false,
    });
    const reference = { representations: [{ __typename: 'Product', id }] };
    const { data } = await story.ask(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Product { id } } }',
      reference,
    );
    expect(data._entities).toEqual([{ id }]);
  });
});
