import type { ProductResolvers } from '../__generated__/resolvers';
import { findOffers } from '../acts/findOffers';
import { destinationArgument } from '../domain/zones';

export const Product: ProductResolvers = {
  async deliveryEstimate({ shippingWeightGrams: grams }, place, context) {
    const destination = destinationArgument(place);
    const [offer] = await findOffers(context, { destination, grams, currency: context.currency });
    if (!offer) return null;
    const { carrier, price, service } = offer;
    return { carrier, price, minDays: service.minDays, maxDays: service.maxDays };
  },
};
