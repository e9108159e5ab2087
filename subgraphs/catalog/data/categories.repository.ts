import { asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { isAnyOf, lazily } from '../../../platform/data/statements';
import { categories } from './tables';

export type CategoryRow = typeof categories.$inferSelect;
export type NewCategory = Pick<CategoryRow, 'id' | 'slug' | 'name' | 'position' | 'parentId' | 'ancestorIds' | 'depth'>;

export const categoriesRepository = (db: Db) => {
  const inOrder = [asc(categories.position), asc(categories.name), asc(categories.id)];
  const byIds = lazily(() =>
    db.select().from(categories).where(isAnyOf(categories.id, 'ids')).prepare('catalog_categories_by_ids'),
  );
  const bySlug = lazily(() =>
    db
      .select()
      .from(categories)
      .where(eq(categories.slug, sql.placeholder('slug')))
      .prepare('catalog_category_by_slug'),
  );
  return {
    byIds: (ids: readonly string[]): Promise<CategoryRow[]> => byIds().execute({ ids }),
    async bySlug(slug: string): Promise<CategoryRow | null> {
      const [row] = await bySlug().execute({ slug });
      return row ?? null;
    },
    departments: (): Promise<CategoryRow[]> =>
      db
        .select()
        .from(categories)
        .where(isNull(categories.parentId))
        .orderBy(...inOrder),
    childrenOf: (parentIds: readonly string[]): Promise<CategoryRow[]> =>
      db
        .select()
        .from(categories)
        .where(inArray(categories.parentId, [...parentIds]))
        .orderBy(...inOrder),
    /** @returns null when the slug is taken */
    async insert(category: NewCategory): Promise<CategoryRow | null> {
      const [row] = await db.insert(categories).values(category).onConflictDoNothing().returning();
      return row ?? null;
    },
    /**
     * Adds to the counts of categories. They are locked from the root down first, so that no two wait crosswise, and
     * by a statement of its own: one that locks and updates at once meets the old versions of what it has locked, and
     * there waits for who waits for it.
     */
    async count(changes: ReadonlyMap<string, number>): Promise<void> {
      const [ids, deltas] = [[...changes.keys()], [...changes.values()]];
      await db
        .select({ id: categories.id })
        .from(categories)
        .where(inArray(categories.id, ids))
        .orderBy(asc(categories.depth), asc(categories.id))
        .for('no key update');
      await db.execute(sql`
        update ${categories} c set product_count = c.product_count + change.delta
          from unnest(${sql.param(ids)}::text[], ${sql.param(deltas)}::int[]) as change (id, delta)
         where c.id = change.id`);
    },
  };
};
