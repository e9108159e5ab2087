import type { Transaction } from '../context';
import type { CategoryRow } from '../data/categories.repository';
import { countChanges } from '../domain/category';
import { refuse } from '../errors';

/** @throws Refusal NOT_FOUND */
export async function categoryNamed(tx: Transaction, slug: string): Promise<CategoryRow> {
  const category = await tx.repositories.categories.bySlug(slug);
  if (!category) throw refuse('NOT_FOUND', `There is no category ${slug}.`, ['categorySlug']);
  return category;
}

/** Counts a product in where it now stands, and out where it stood. */
export async function recount(tx: Transaction, from: CategoryRow | null, to: CategoryRow | null): Promise<void> {
  const changes = countChanges(from, to);
  if (changes.size > 0) await tx.repositories.categories.count(changes);
}

export async function categoryOf(tx: Transaction, id: string): Promise<CategoryRow | null> {
  const [row] = await tx.repositories.categories.byIds([id]);
  return row ?? null;
}
