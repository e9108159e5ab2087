import type { MutationResolvers } from '../../__generated__/resolvers';
import { draftReview } from '../../domain/review';
import { inputId } from '../../ids';
import { review } from '../../acts/reviews';
import { callerId } from '../../caller';

export const reviewProduct: MutationResolvers['reviewProduct'] = async (_, { input }, context) => {
  const productId = inputId('prd', input.productId, 'productId');
  const draft = draftReview(input);
  const id = await context.transaction((tx) => review(tx, { productId, buyerId: callerId(context), ...draft }));
  return { review: await context.loaders.review.load(id), userErrors: [] };
};
