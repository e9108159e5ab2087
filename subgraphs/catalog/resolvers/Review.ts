import type { ReviewResolvers } from '../__generated__/resolvers';
import { required } from './required';

export const Review: ReviewResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.review.load(id),
  author: ({ buyerId }) => ({ id: buyerId }),
  product: async ({ productId }, _, { loaders }) => required(await loaders.product.load(productId), productId),
};
