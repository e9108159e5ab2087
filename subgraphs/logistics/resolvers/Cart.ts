import type { CartResolvers } from '../__generated__/resolvers';
import { findOffers } from '../acts/findOffers';
import { quoteId } from '../domain/quoteId';
import { destinationArgument } from '../domain/zones';

export const Cart: CartResolvers = {
  async shippingQuotes({ totalWeightGrams: grams, currencyCode: currency }, { destination: address }, context) {
    const destination = destinationArgument(address, ['destination']);
    const offers = await findOffers(context, { destination, grams, currency });
    return offers.map(({ service, carrier, zoneCode, price }) => ({
      id: quoteId(context.tenant.id, { serviceId: service.id, zoneCode, price }),
      carrier,
      service: service.name,
      price,
      minDays: service.minDays,
      maxDays: service.maxDays,
    }));
  },
};
