import { callerId } from '../../../../platform/identity/identity';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { exchangeCoupon as exchange } from '../../acts/issueCoupon';

export const exchangeCoupon: MutationResolvers['exchangeCoupon'] = async (_, { input }, context) => {
  const { code, idempotencyKey: key } = input;
  const userId = callerId(context.identity);
  const { id } = await context.idempotent({ operation: 'exchangeCoupon', key, input: { code } }, (tx) =>
    exchange(tx, code, userId),
  );
  return { userCoupon: await context.loaders.userCouponById.load(id), userErrors: [] };
};
