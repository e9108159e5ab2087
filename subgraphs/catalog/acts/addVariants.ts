import { Refusal } from '../../../platform/kernel/errors';
import type { Transaction } from '../context';
import { draftVariant, type VariantDraft, type VariantInput } from '../domain/variant';
import { refuse } from '../errors';
import { announce } from './announce';

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

/** @throws Refusal NOT_FOUND, INVALID_INPUT, SKU_TAKEN @returns its id */
export async function addVariant(tx: Transaction, productId: string, input: VariantInput): Promise<string> {
  const { products, variants } = tx.repositories;
  const product = await products.lock(productId);
  if (!product) throw refuse('NOT_FOUND', 'There is no such product.', ['productId']);
  const siblings = await variants.ofProducts([productId], tx.currency);
  const draft = draftVariant(input, { ...product, variants: siblings }, tx.tenant.currencies);
  const position = 1 + Math.max(...siblings.map((each) => each.position));
  const [id = ''] = await addVariants(tx, { productId, drafts: [draft], position, pathOf: () => ['variant'] });
  await products.update(productId, { inStock: product.inStock || draft.stock > 0 }, tx.now());
  await announce(tx, [productId]);
  return id;
}
