import { callerId } from '../../../../platform/identity/identity';
import { inputId } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { review } from '../../acts/reviewProduct';
import { draftReview } from '../../domain/review';

export const reviewProduct: MutationResolvers['reviewProduct'] = async (_, { input }, context) => {
  const productId = inputId('prd', input.productId, 'productId');
  const draft = draftReview(input);
  const id = await context.transaction((tx) =>
    review(tx, { productId, buyerId: callerId(context.identity), ...draft }),
  );
  return { review: await context.loaders.reviewById.load(id), userErrors: [] };
};
