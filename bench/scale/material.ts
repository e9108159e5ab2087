import type { Client } from 'pg';

/** What clients ask for: real things of the shop, drawn at random but always the same. */
export type Material = {
  readonly buyers: readonly { readonly email: string; readonly orders: readonly string[] }[];
  readonly products: readonly { readonly slug: string; readonly words: string }[];
  /** Of which there is enough to sell. */
  readonly variants: readonly string[];
  readonly categories: readonly string[];
};

const PRODUCTS = 5000;

const BUYERS = `
  select u.email, array_agg(o.id) as orders from users.users u
    join lateral (select id from orders.orders where buyer_id = u.id and tenant_id = u.tenant_id
                   order by placed_at desc limit 5) o on true
   where u.tenant_id = 'demo' and u.email like '%@example.com' group by u.email order by md5(u.email) limit $1`;

/** @param login sees every tenant; this looks on from outside */
export async function findMaterial(login: Client, clients: number): Promise<Material> {
  const list = async <Row extends object>(text: string, limit: number) => (await login.query<Row>(text, [limit])).rows;
  const products = await list<{ slug: string; name: string }>(
    `select slug, name from catalog.products where tenant_id = 'demo' order by md5(id) limit $1`,
    PRODUCTS,
  );
  const variants = await list<{ id: string }>(
    `select variant_id as id from catalog.stock_levels where tenant_id = 'demo' and on_hand - reserved > 40
      order by md5(variant_id) limit $1`,
    PRODUCTS,
  );
  const categories = await list<{ slug: string }>(
    `select slug from catalog.categories where tenant_id = 'demo' and product_count > 20 order by md5(id) limit $1`,
    PRODUCTS,
  );
  return {
    buyers: await list<{ email: string; orders: string[] }>(BUYERS, clients),
    products: products.map(({ slug, name }) => ({ slug, words: name.split(' ').slice(-2).join(' ') })),
    variants: variants.map(({ id }) => id),
    categories: categories.map(({ slug }) => slug),
  };
}
