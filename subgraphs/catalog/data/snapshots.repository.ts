import { sql } from 'drizzle-orm';
import type { ProductSnapshot } from '../../../platform/contracts/catalog';
import type { Db } from '../../../platform/data/database';
import { averageOf } from '../domain/review';

type SnapshotRow = Omit<ProductSnapshot, 'rating'> & { ratingSum: number; ratingCount: number };

/** Products as other rooms know them. */
export const snapshotsRepository = (db: Db) => ({
  async of(ids: readonly string[]): Promise<ProductSnapshot[]> {
    const { rows } = await db.execute<SnapshotRow>(sql`
      select p.id as "productId", p.revision, p.slug, p.name, p.description, p.archived_at is null as active,
             p.category_id as "categoryId", p.options, p.in_stock as "inStock",
             p.rating_sum as "ratingSum", p.rating_count as "ratingCount", to_jsonb(p.created_at) as "createdAt",
             (select jsonb_agg(jsonb_build_object('id', a.id, 'slug', a.slug, 'name', a.name) order by a.depth)
                from catalog.categories a where a.id = c.id or a.id = any(c.ancestor_ids)) as "categoryPath",
             (select coalesce(jsonb_agg(jsonb_build_object('variantId', v.id, 'sku', v.sku, 'name', v.name) order by v.position, v.id), '[]')
                from catalog.variants v where v.product_id = p.id) as variants,
             (select coalesce(jsonb_agg(jsonb_build_object('currencyCode', r.currency, 'min', r.min, 'max', r.max) order by r.currency), '[]')
                from catalog.product_prices r where r.product_id = p.id) as prices
        from catalog.products p join catalog.categories c on c.id = p.category_id
       where p.id = any(${sql.param(ids)})
       order by p.id`);
    return rows.map(({ ratingSum, ratingCount, createdAt, ...product }) => ({
      ...product,
      rating: { average: averageOf(ratingSum, ratingCount), count: ratingCount },
      createdAt: new Date(createdAt).toISOString(),
    }));
  },
});
