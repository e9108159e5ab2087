import { required } from '../../../platform/kernel/batches';
import type { ReviewResolvers } from '../__generated__/resolvers';

export const Review: ReviewResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.reviewById.load(id),
  author: ({ buyerId }) => ({ id: buyerId }),
  product: async ({ productId }, _, { loaders }) => required(await loaders.productById.load(productId), productId),
};
