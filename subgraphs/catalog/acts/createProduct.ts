import type { Transaction } from '../context';
import { shelfOf } from '../domain/category';
import type { ProductDraft } from '../domain/product';
import { refuse } from '../errors';
import { addVariants } from './addVariants';
import { announce } from './announce';
import { categoryNamed, recount } from './categories';

/** @throws Refusal NOT_FOUND, SLUG_TAKEN, SKU_TAKEN @returns its id */
export async function createProduct(
  tx: Transaction,
  { categorySlug, variants, ...draft }: ProductDraft,
): Promise<string> {
  const category = await categoryNamed(tx, categorySlug);
  const id = tx.newId('prd');
  const now = tx.now();
  const product = {
    ...draft,
    ...shelfOf(category),
    id,
    inStock: variants.some(({ stock }) => stock > 0),
    createdAt: now,
    updatedAt: now,
  };
  if (!(await tx.repositories.products.insert(product))) {
    throw refuse('SLUG_TAKEN', `There is a product with the slug ${draft.slug}.`, ['slug']);
  }
  await addVariants(tx, {
    productId: id,
    drafts: variants,
    position: 0,
    pathOf: (index) => ['variants', String(index)],
  });
  await recount(tx, null, category);
  await announce(tx, [id]);
  return id;
}
