import { Refusal } from '../../../platform/kernel/errors';
import { announce } from './announce';
import type { Transaction } from '../context';
import type { CategoryRow } from '../data/categories.repository';
import { countChanges, shelfOf } from '../domain/category';
import { checkOptionsCover, type ProductChanges, type ProductDraft, type VariantDraft } from '../domain/product';
import { refuse } from '../errors';

/** @throws Refusal NOT_FOUND */
async function categoryNamed(tx: Transaction, slug: string): Promise<CategoryRow> {
  const category = await tx.repositories.categories.bySlug(slug);
  if (!category) throw refuse('NOT_FOUND', `There is no category ${slug}.`, ['categorySlug']);
  return category;
}

/** Counts a product in where it now stands, and out where it stood. */
async function recount(tx: Transaction, from: CategoryRow | null, to: CategoryRow | null): Promise<void> {
  const changes = countChanges(from, to);
  if (changes.size > 0) await tx.repositories.categories.count(changes);
}

type NewVariants = {
  productId: string;
  drafts: readonly VariantDraft[];
  /** The place of the first among its siblings. */
  position: number;
  /** Where the draft of each index stands in the input. */
  pathOf: (index: number) => string[];
};

/** Adds variants with their prices and first stock. @throws Refusal SKU_TAKEN @returns their ids */
export async function addVariants(
  tx: Transaction,
  { productId, drafts, position, pathOf }: NewVariants,
): Promise<string[]> {
  const { variants, prices, stock } = tx.repositories;
  const rows = drafts.map((draft, index) => ({ ...draft, id: tx.newId('var'), productId, position: position + index }));
  const inserted = await variants.insert(rows);
  const taken = rows.flatMap(({ id, sku }, index) =>
    inserted.has(id)
      ? []
      : [{ code: 'SKU_TAKEN', field: [...pathOf(index), 'sku'], message: `There is a variant ${sku}.` }],
  );
  if (taken.length > 0) throw new Refusal(taken);
  await prices.set(
    rows.flatMap((row) => row.prices.map(({ minor, currency }) => ({ variantId: row.id, currency, amount: minor }))),
  );
  await stock.open(rows.map((row) => ({ variantId: row.id, productId, onHand: row.stock })));
  await prices.sumUp(productId);
  return rows.map(({ id }) => id);
}

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
  if (set.options) checkOptionsCover(set.options, await variants.byProducts([id], tx.currency));
  const category = categorySlug === null ? null : await categoryNamed(tx, categorySlug);
  if (!(await products.update(id, { ...set, ...(category && shelfOf(category)) }, tx.now()))) {
    throw refuse('SLUG_TAKEN', `There is a product with the slug ${set.slug}.`, ['slug']);
  }
  if (category && before.archivedAt === null) await recount(tx, await categoryOf(tx, before.categoryId), category);
  await announce(tx, [id]);
}

/** @throws Refusal NOT_FOUND */
export async function archiveProduct(tx: Transaction, id: string): Promise<void> {
  const product = await tx.repositories.products.lock(id);
  if (!product) throw refuse('NOT_FOUND', 'There is no such product.', ['productId']);
  if (!(await tx.repositories.products.archive(id, tx.now()))) return;
  await recount(tx, await categoryOf(tx, product.categoryId), null);
  await announce(tx, [id]);
}

async function categoryOf(tx: Transaction, id: string): Promise<CategoryRow | null> {
  const [row] = await tx.repositories.categories.byIds([id]);
  return row ?? null;
}
