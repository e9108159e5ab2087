import { userIdOf } from '../../../platform/identity/identity';
import { invalid } from '../../../platform/kernel/input';
import type { CartLineInput } from '../__generated__/resolvers';
import type { Context } from '../context';
import { addLines } from '../domain/cart';
import { refuseLines } from '../errors';
import { type CartAnswer, settleCart } from './settleCart';

/** Opens a cart with its first lines. @throws Refusal INVALID_INPUT, NOT_FOUND */
export async function createCart(
  context: Context,
  currency: string,
  additions: readonly CartLineInput[],
): Promise<CartAnswer> {
  if (!context.tenant.currencies.includes(currency))
    throw invalid(`This shop does not sell in ${currency}.`, 'currencyCode');
  const { lines, problems } = addLines([], additions, () => context.newId('cln'));
  refuseLines(problems);
  const buyerId = userIdOf(context.identity);
  const wanted = { buyerId, couponCode: null, lines };
  const { content, priced, warnings } = await settleCart(context, currency, wanted, { added: additions });
  const id = context.newId('crt');
  const fresh = { id, buyerId, currencyCode: currency, lines: content.lines, updatedAt: context.now() };
  const cart = await context.repositories.carts.insert(fresh);
  context.loaders.pricedCartOfCart.prime(cart, priced);
  return { cart, warnings };
}
