import type { Money } from '../../../platform/kernel/money';
import { announce } from './announce';
import type { Transaction } from '../context';
import { draftVariant, type VariantInput } from '../domain/product';
import { refuse } from '../errors';
import { addVariants } from './products';

/** @throws Refusal NOT_FOUND, INVALID_INPUT, SKU_TAKEN @returns its id */
export async function addVariant(tx: Transaction, productId: string, input: VariantInput): Promise<string> {
  const { products, variants } = tx.repositories;
  const product = await products.lock(productId);
  if (!product) throw refuse('NOT_FOUND', 'There is no such product.', ['productId']);
  const siblings = await variants.byProducts([productId], tx.currency);
  const draft = draftVariant(input, { ...product, variants: siblings }, tx.tenant.currencies);
  const position = 1 + Math.max(...siblings.map((each) => each.position));
  const [id = ''] = await addVariants(tx, { productId, drafts: [draft], position, pathOf: () => ['variant'] });
  await products.update(productId, { inStock: product.inStock || draft.stock > 0 }, tx.now());
  await announce(tx, [productId]);
  return id;
}

/** @throws Refusal NOT_FOUND */
export async function setPrices(tx: Transaction, id: string, prices: readonly Money[]): Promise<void> {
  const { products, variants, prices: kept } = tx.repositories;
  const [variant] = await variants.byIds([id], tx.currency);
  if (!variant) throw refuse('NOT_FOUND', 'There is no such variant.', ['variantId']);
  await products.lock(variant.productId);
  await kept.set(prices.map(({ minor, currency }) => ({ variantId: id, currency, amount: minor })));
  await kept.sumUp(variant.productId);
  await products.update(variant.productId, {}, tx.now());
  await announce(tx, [variant.productId]);
}
