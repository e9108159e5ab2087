import type { Transaction } from '../context';
import { refuse } from '../errors';
import { tell } from './announce';

export type NewReview = { productId: string; buyerId: string; stars: number; text: string | null };

/** @throws Refusal NOT_FOUND, NOT_PURCHASED, ALREADY_REVIEWED @returns its id */
export async function review(tx: Transaction, draft: NewReview): Promise<string> {
  const { productId, buyerId, stars } = draft;
  const { reviews, products, tallies } = tx.repositories;
  const [product] = await products.byIds([productId], tx.currency);
  if (!product) throw refuse('NOT_FOUND', 'There is no such product.', ['productId']);
  if (!(await reviews.hasReceived(buyerId, productId))) {
    throw refuse('NOT_PURCHASED', 'Only who has received a product may review it.', ['productId']);
  }
  const id = tx.newId('rev');
  if (!(await reviews.insert({ ...draft, id, createdAt: tx.now() }))) {
    throw refuse('ALREADY_REVIEWED', 'You have reviewed this product.', ['productId']);
  }
  await tallies.rate(productId, stars, tx.now());
  await tell(tx, [productId]);
  return id;
}
