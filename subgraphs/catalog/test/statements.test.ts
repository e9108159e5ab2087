import { statementsOf } from '../../../test/story/house';
import { productList, productPage, type Shelf, startShelf } from './shelf';

describe('what is read of products, in statements', () => {
  let shelf: Shelf;
  beforeAll(async () => {
    shelf = await startShelf();
  });
  afterAll(() => shelf.house.stop());

  // The delivery of events is no part of an operation, and goes on beside it.
  const beside = /^(begin|commit|rollback)|outbox|inbox|set_config/i;
  const counted = async (query: string, variables: Record<string, unknown>) => {
    const sent = await statementsOf(shelf.house, async () =>
      expect((await shelf.ask(query, variables)).errors).toBeUndefined(),
    );
    return sent.filter((text) => !beside.test(text)).length;
  };

  it('a list of 20 with its total, categories, variants and prices takes 3, and 4 below a category', async () => {
    expect(await counted(productList, { first: 20 })).toBe(3);
    expect(await counted(productList, { first: 20, filter: { categorySlug: 'electronics', inStock: true } })).toBe(4);
  });

  it('a list that asks for no total counts nothing', async () => {
    expect(await counted('{ products(first: 20) { nodes { name } } }', {})).toBe(1);
  });

  it('a product page takes 4', async () => {
    expect(await counted(productPage, { slug: 'bell' })).toBe(4);
  });

  it('the departments with their children take 2', async () => {
    expect(
      await counted('{ categories { id slug name productCount children { id slug name productCount } } }', {}),
    ).toBe(2);
  });

  it('the reviews of many products take one more than the list', async () => {
    expect(await counted('{ products(first: 20) { nodes { reviews(first: 3) { nodes { stars } } } } }', {})).toBe(2);
  });
});
