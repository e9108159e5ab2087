import type { MutationResolvers } from '../../__generated__/resolvers';
import { createExchangeCodes as create } from '../../acts/createExchangeCodes';

export const createExchangeCodes: MutationResolvers['createExchangeCodes'] = async (_, { input }, context) => {
  const { idempotencyKey: key, ...asked } = input;
  const codes = await (key == null
    ? context.transaction((tx) => create(tx, asked.couponId, asked.count))
    : context.idempotent({ operation: 'createExchangeCodes', key, input: asked }, (tx) =>
        create(tx, asked.couponId, asked.count),
      ));
  return { codes, userErrors: [] };
};
