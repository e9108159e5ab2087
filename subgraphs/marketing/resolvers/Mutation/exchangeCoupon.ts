import type { MutationResolvers } from '../../__generated__/resolvers';
import { exchangeCoupon as exchange } from '../../acts/issueCoupon';
import { callerOf } from '../caller';

export const exchangeCoupon: MutationResolvers['exchangeCoupon'] = async (_, { input }, context) => {
  const { code, idempotencyKey: key } = input;
  const userId = callerOf(context);
  const { id } = await context.idempotent({ operation: 'exchangeCoupon', key, input: { code } }, (tx) =>
    exchange(tx, code, userId),
  );
  return { userCoupon: await context.loaders.userCoupon.load(id), userErrors: [] };
};
