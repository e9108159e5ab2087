import type { MutationResolvers } from '../../__generated__/resolvers';
import { createCart as create } from '../../acts/carts';

export const createCart: MutationResolvers['createCart'] = async (_parent, { input }, context) => ({
  ...(await create(context, input.currencyCode ?? context.currency, input.lines ?? [])),
  userErrors: [],
});
