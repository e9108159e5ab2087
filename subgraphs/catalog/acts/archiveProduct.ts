import type { Transaction } from '../context';
import { refuse } from '../errors';
import { announce } from './announce';
import { categoryOf, recount } from './categories';

/** @throws Refusal NOT_FOUND */
export async function archiveProduct(tx: Transaction, id: string): Promise<void> {
  const product = await tx.repositories.products.lock(id);
  if (!product) throw refuse('NOT_FOUND', 'There is no such product.', ['productId']);
  if (!(await tx.repositories.products.archive(id, tx.now()))) return;
  await recount(tx, await categoryOf(tx, product.categoryId), null);
  await announce(tx, [id]);
}
