import { unavailable } from '../../../platform/kernel/errors';
import { ReleaseStockDocument, ReserveStockDocument, VariantOffersDocument } from '../__generated__/catalog';
import type { Scope } from '../context';
import type { Offer, Offers } from '../domain/offers';
import { refuse } from '../errors';
import { readMoney } from './money';

// As many as the catalogue answers at once.
const MOST = 500;
// In minor units. Times the most units of the most lines, amounts still are exact integers.
const DEAREST = 10_000_000_000;

async function ask(context: Scope, ids: readonly string[], currencyCode: string): Promise<Offer[]> {
  const answer = await context.call('catalog', VariantOffersDocument, { ids: [...ids], currencyCode });
  return answer.variantOffers.flatMap((offer) => {
    if (!offer?.price) return [];
    const price = readMoney(offer.price);
    return price.minor <= DEAREST ? [{ ...offer, price }] : [];
  });
}

/** What variants are offered at now. One that is unknown, not for sale or not sold in the currency is left out. */
export async function variantOffers(context: Scope, ids: readonly string[], currencyCode: string): Promise<Offers> {
  const distinct = [...new Set(ids)];
  const calls: Promise<Offer[]>[] = [];
  for (let at = 0; at < distinct.length; at += MOST)
    calls.push(ask(context, distinct.slice(at, at + MOST), currencyCode));
  const offers = await Promise.all(calls);
  return new Map(offers.flat().map((offer) => [offer.variantId, offer]));
}

type Reservation = { orderId: string; lines: { variantId: string; quantity: number }[]; expiresAt: string };

/** @throws Refusal OUT_OF_STOCK when not all of it can be had; then none of it is reserved */
export async function reserveStock(context: Scope, input: Reservation): Promise<void> {
  const { reserveStock: answer } = await context.call('catalog', ReserveStockDocument, { input });
  const [error] = answer.userErrors;
  if (!error) return;
  throw refuse(error.code === 'ILLEGAL_STATE' ? 'ILLEGAL_STATE' : 'OUT_OF_STOCK', error.message, ['cartId']);
}

export async function releaseStock(context: Scope, orderId: string): Promise<void> {
  const { releaseStock: answer } = await context.call('catalog', ReleaseStockDocument, { input: { orderId } });
  const [error] = answer.userErrors;
  if (error) throw unavailable(`The stock of ${orderId} could not be released: ${error.message}`);
}
