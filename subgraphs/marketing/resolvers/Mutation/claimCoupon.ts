import type { MutationResolvers } from '../../__generated__/resolvers';
import { claimCoupon as claim } from '../../acts/issueCoupon';
import { callerOf } from '../caller';

export const claimCoupon: MutationResolvers['claimCoupon'] = async (_, { input }, context) => {
  const { couponId, idempotencyKey: key } = input;
  const userId = callerOf(context);
  const { id } = await context.idempotent({ operation: 'claimCoupon', key, input: { couponId } }, (tx) =>
    claim(tx, couponId, userId),
  );
  return { userCoupon: await context.loaders.userCoupon.load(id), userErrors: [] };
};
