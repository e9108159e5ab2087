import { AgoraError } from '../../../platform/kernel/errors';
import { invalid } from '../../../platform/kernel/input';
import type { Money } from '../../../platform/kernel/money';
import { PriceShippingDocument, type PriceShippingQueryVariables } from '../__generated__/logistics';
import type { Scope } from '../context';
import { readMoney } from './money';

export type PricedShipping = { serviceId: string; price: Money; quotedPrice: Money };

const notServed = () =>
  invalid('This shipping quote does not serve the cart at this address. Ask for quotes again.', 'shippingQuoteId');

/** @throws Refusal INVALID_INPUT when the quote is none, or does not serve this address, weight or currency */
export async function priceShipping(context: Scope, request: PriceShippingQueryVariables): Promise<PricedShipping> {
  const answer = await context.call('logistics', PriceShippingDocument, request).catch((error: unknown) => {
    if (error instanceof AgoraError && error.extensions.code === 'INVALID_INPUT') throw notServed();
    throw error;
  });
  const priced = answer.priceShipping;
  if (!priced) throw notServed();
  return { serviceId: priced.serviceId, price: readMoney(priced.price), quotedPrice: readMoney(priced.quotedPrice) };
}
