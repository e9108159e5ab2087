import { callerId } from '../../../platform/identity/identity';
import { inputAddress, inputId, lengthProblems, optionalText, refuseAll } from '../../../platform/kernel/input';
import type { PlaceOrderInput } from '../__generated__/resolvers';
import type { Context } from '../context';
import type { Placement } from '../domain/placement';

const LONGEST_NOTE = 1000;
const LONGEST_QUOTE = 2000;

/** Reads what a buyer asks for. @throws Refusal INVALID_INPUT */
export function readPlacement(context: Context, input: PlaceOrderInput): Placement {
  const cartId = inputId('crt', input.cartId, 'cartId');
  const address = inputAddress(input.shippingAddress, 'shippingAddress');
  const { shippingQuoteId } = input;
  refuseAll(lengthProblems(shippingQuoteId, ['shippingQuoteId'], LONGEST_QUOTE));
  return {
    orderId: context.newId('ord'),
    buyerId: callerId(context.identity),
    cartId,
    address,
    shippingQuoteId,
    paymentMethod: input.paymentMethod ?? 'SIMULATED',
    note: optionalText(input.note, LONGEST_NOTE, 'note'),
  };
}
