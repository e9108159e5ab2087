import { sql } from 'drizzle-orm';
import { openRoomDatabase } from '../../../platform/data/database';
import { buyer } from '../../../test/story/house';
import { lineOf, type SomeProduct, startStory, type Story } from './story';

const other = { tenant: 'other' };

describe('two shops', () => {
  let story: Story;
  let ours: SomeProduct;
  let theirs: SomeProduct;
  const me = buyer();
  beforeAll(async () => {
    story = await startStory();
    await story.category('phones', null, other);
    const same = { slug: 'same', name: 'Same', variants: [{ sku: 'SAME', price: story.price('1'), stock: 5 }] };
    ours = await story.product(same);
    theirs = await story.product({ ...same, as: other });
  });
  afterAll(() => story.house.stop());

  it('may use the same slugs and stock-keeping numbers', () => {
    expect(ours.id).not.toBe(theirs.id);
  });

  it('given an id of the other, when anything is asked by it, then there is nothing', async () => {
    const variantId = theirs.variants[0]?.id;
    const { data } = await story.asStaff(
      `query ($id: ID!, $variantId: ID!, $representations: [_Any!]!) {
        product(id: $id) { id }
        productVariant(id: $variantId) { id }
        products(first: 10, filter: { ids: [$id] }) { totalCount nodes { id } }
        _entities(representations: $representations) { __typename }
      }`,
      {
        id: theirs.id,
        variantId,
        representations: [
          { __typename: 'Product', id: theirs.id },
          { __typename: 'ProductVariant', id: variantId },
        ],
      },
    );
    expect(data).toEqual({
      product: null,
      productVariant: null,
      products: { totalCount: 0, nodes: [] },
      _entities: [null, null],
    });
  });

  it('given a slug that both have, when it is asked for, then each answers its own', async () => {
    const ask = async (as = {}) =>
      (await story.ask('{ product(slug: "same") { id } category(slug: "phones") { path { id } } }', {}, as)).data;
    expect((await ask()).product.id).toBe(ours.id);
    expect((await ask(other)).product.id).toBe(theirs.id);
    expect([(await ask()).category.path.length, (await ask(other)).category.path.length]).toEqual([3, 1]);
  });

  it('given a cursor of the other, then it is none of ours', async () => {
    const page = 'query ($after: String) { products(first: 1, after: $after) { pageInfo { endCursor } } }';
    const { endCursor } = (await story.ask(page, {}, other)).data.products.pageInfo;
    expect((await story.ask(page, { after: endCursor })).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('given a variant of the other, when it is reserved, corrected or priced, then it is not there', async () => {
    const variantId = theirs.variants[0]?.id ?? '';
    expect((await story.reserve(story.orderId(), [{ variantId, quantity: 1 }])).userErrors[0]?.code).toBe('NOT_FOUND');
    expect((await story.adjust(variantId, 1)).userErrors[0]?.code).toBe('NOT_FOUND');
    const { data } = await story.inside(
      'query ($ids: [ID!]!) { variantOffers(ids: $ids, currencyCode: "USD") { sku } }',
      { ids: [variantId] },
    );
    expect(data.variantOffers).toEqual([null]);
    const ids = [theirs.id, ours.id, 'nonsense'];
    const known = await story.inside('query ($ids: [ID!]!) { knownProducts(ids: $ids) }', { ids });
    expect(known.data.knownProducts).toEqual([ours.id]);
    expect(await story.stock(variantId, other)).toMatchObject({ onHand: 5, reserved: 0 });
  });

  it('given a product received in the other, when it is reviewed here, then it was not purchased', async () => {
    if (me.identity.kind === 'user')
      await story.delivered(me.identity.id, [{ ...lineOf(theirs, 1), productId: ours.id }], 'other');
    const { data } = await story.ask(
      'mutation ($id: ID!) { reviewProduct(input: { productId: $id, stars: 1 }) { userErrors { code } } }',
      { id: ours.id },
      me,
    );
    expect(data.reviewProduct.userErrors).toEqual([{ code: 'NOT_PURCHASED' }]);
  });

  it('given code that forgets every filter, then the database itself shows each its own, and nothing without a tenant', async () => {
    const database = openRoomDatabase({ url: story.house.databaseUrl, room: 'catalog' });
    const tables = ['categories', 'products', 'product_prices', 'variants', 'variant_prices', 'stock_levels'];
    for (const table of tables) {
      const name = sql.identifier(table);
      const seen = async (tenant: string) => {
        const { rows } = await database
          .forTenant(tenant)
          .execute<{ tenant_id: string }>(sql`select tenant_id from catalog.${name}`);
        return [...new Set(rows.map((row) => row.tenant_id))];
      };
      expect([table, await seen('demo'), await seen('other'), await seen('')]).toEqual([
        table,
        ['demo'],
        ['other'],
        [],
      ]);
    }
    const unset = openRoomDatabase({ url: story.house.databaseUrl, room: 'catalog' });
    expect((await unset.pool.query('select * from catalog.products')).rows).toEqual([]);
    await expect(
      unset.pool.query(
        "insert into catalog.categories (tenant_id, id, ancestor_ids, depth, slug, name) values ('demo', 'x', '{}', 1, 'x', 'x')",
      ),
    ).rejects.toThrow('row-level security');
    await Promise.all([database.close(), unset.close()]);
  });
});
