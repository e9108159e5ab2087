import type { Transaction } from '../context';
import { shelfOf } from '../domain/category';
import { checkOptionsCover, type ProductChanges } from '../domain/product';
import { refuse } from '../errors';
import { announce } from './announce';
import { categoryNamed, categoryOf, recount } from './categories';

export type ProductChangeRequest = {
  set: ProductChanges;
  categorySlug: string | null;
  expectedRevision: number | null;
};

/** @throws Refusal NOT_FOUND, STALE, SLUG_TAKEN, INVALID_INPUT */
export async function changeProduct(tx: Transaction, id: string, request: ProductChangeRequest): Promise<void> {
  const { set, categorySlug, expectedRevision } = request;
  const { products, variants } = tx.repositories;
  const before = await products.lock(id);
  if (!before) throw refuse('NOT_FOUND', 'There is no such product.', ['productId']);
  if (expectedRevision !== null && expectedRevision !== before.revision) {
    throw refuse('STALE', `Somebody has changed it: its revision is ${before.revision}.`, ['expectedRevision']);
  }
  if (set.options) checkOptionsCover(set.options, await variants.ofProducts([id], tx.currency));
  const category = categorySlug === null ? null : await categoryNamed(tx, categorySlug);
  if (!(await products.update(id, { ...set, ...(category && shelfOf(category)) }, tx.now()))) {
    throw refuse('SLUG_TAKEN', `There is a product with the slug ${set.slug}.`, ['slug']);
  }
  if (category && before.archivedAt === null) await recount(tx, await categoryOf(tx, before.categoryId), category);
  await announce(tx, [id]);
}
