import { KnownProductsDocument } from '../__generated__/catalog';
import type { Context } from '../context';
import { refuse } from '../errors';

/** @throws Refusal NOT_FOUND, at the place of the first of the ids that is no product of this shop */
export async function requireProducts(context: Context, ids: readonly string[]): Promise<void> {
  const { knownProducts } = await context.call('catalog', KnownProductsDocument, { ids: [...ids] });
  const known = new Set(knownProducts);
  const missing = ids.findIndex((id) => !known.has(id));
  if (missing >= 0) throw refuse('NOT_FOUND', 'There is no such product.', ['productIds', String(missing)]);
}
