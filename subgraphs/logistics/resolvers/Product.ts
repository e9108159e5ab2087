import type { ProductResolvers } from '../__generated__/resolvers';
import { offersFor } from '../acts/offers';
import { destinationArgument } from '../arguments';

export const Product: ProductResolvers = {
  async deliveryEstimate({ shippingWeightGrams: grams }, place, context) {
    const destination = destinationArgument(place);
    const [offer] = await offersFor(context, { destination, grams, currency: context.currency });
    if (!offer) return null;
    const { carrier, price, service } = offer;
    return { carrier, price, minDays: service.minDays, maxDays: service.maxDays };
  },
};
