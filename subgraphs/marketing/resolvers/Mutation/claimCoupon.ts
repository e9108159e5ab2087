import { callerId } from '../../../../platform/identity/identity';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { claimCoupon as claim } from '../../acts/issueCoupon';

export const claimCoupon: MutationResolvers['claimCoupon'] = async (_, { input }, context) => {
  const { couponId, idempotencyKey: key } = input;
  const userId = callerId(context.identity);
  const { id } = await context.idempotent({ operation: 'claimCoupon', key, input: { couponId } }, (tx) =>
    claim(tx, couponId, userId),
  );
  return { userCoupon: await context.loaders.userCouponById.load(id), userErrors: [] };
};
