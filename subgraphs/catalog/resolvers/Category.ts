import { required } from '../../../platform/kernel/batches';
import type { CategoryResolvers } from '../__generated__/resolvers';

export const Category: CategoryResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.categoryById.load(id),
  parent: ({ parentId }, _, { loaders }) => (parentId === null ? null : loaders.categoryById.load(parentId)),
  async path(category, _, { loaders }) {
    const ancestors = await Promise.all(category.ancestorIds.map((id) => loaders.categoryById.load(id)));
    return [...ancestors.map((row) => required(row, category.id)), category];
  },
  children: ({ id }, _, { loaders }) => loaders.childrenOfCategory.load(id),
};
