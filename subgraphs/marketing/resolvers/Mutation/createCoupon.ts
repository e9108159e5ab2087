import type { MutationResolvers } from '../../__generated__/resolvers';
import { parseCoupon } from '../../domain/coupon';

export const createCoupon: MutationResolvers['createCoupon'] = async (_, { input }, context) => {
  const now = context.now();
  const terms = parseCoupon(input, now, context.tenant.currencies);
  const coupon = await context.transaction((tx) => tx.repositories.coupons.insert(tx.newId('cpn'), terms, now));
  return { coupon, userErrors: [] };
};
