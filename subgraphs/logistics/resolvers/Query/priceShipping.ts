import type { QueryResolvers } from '../../__generated__/resolvers';
import { findOffers } from '../../acts/findOffers';
import { readQuoteId } from '../../domain/quoteId';
import { parseDestination } from '../../domain/zones';

export const priceShipping: QueryResolvers['priceShipping'] = async (_, args, context) => {
  const quote = readQuoteId(context.tenant.id, args.quoteId);
  const destination = parseDestination(args.destination);
  if (!quote || typeof destination === 'string' || quote.price.currency !== args.currencyCode) return null;
  const offers = await findOffers(context, { destination, grams: args.weightGrams, currency: args.currencyCode });
  // A quote for another zone is another price: the buyer is to see that one first.
  const offer = offers.find(({ service, zoneCode }) => service.id === quote.serviceId && zoneCode === quote.zoneCode);
  if (!offer) return null;
  const { id: serviceId, carrierId, minDays, maxDays } = offer.service;
  return { serviceId, carrierId, price: offer.price, quotedPrice: quote.price, minDays, maxDays };
};
