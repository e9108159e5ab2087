import type { PlaceOrderInput } from '../__generated__/resolvers';
import { viewerId } from './carts';
import type { Context } from '../context';
import { parseAddress } from '../../../platform/kernel/address';
import { checkId, refuse, refuseAddress } from '../errors';
import type { Placement } from '../sagas/placement';

const LONGEST_NOTE = 1000;
const LONGEST_QUOTE = 2000;

/** Reads what a buyer asks for. @throws Refusal INVALID_INPUT */
export function placementOf(context: Context, input: PlaceOrderInput): Placement {
  checkId('crt', input.cartId, 'cartId');
  const parsed = parseAddress(input.shippingAddress);
  if ('problems' in parsed) throw refuseAddress(parsed.problems);
  if (input.shippingQuoteId.length > LONGEST_QUOTE)
    throw refuse('INVALID_INPUT', 'This is no shipping quote.', ['shippingQuoteId']);
  const note = input.note?.trim() || null;
  if (note && note.length > LONGEST_NOTE)
    throw refuse('INVALID_INPUT', `Use at most ${LONGEST_NOTE} characters.`, ['note']);
  return {
    orderId: context.newId('ord'),
    buyerId: viewerId(context) ?? '',
    cartId: input.cartId,
    address: parsed.address,
    shippingQuoteId: input.shippingQuoteId,
    paymentMethod: input.paymentMethod ?? 'SIMULATED',
    note,
  };
}
