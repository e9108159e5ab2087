import type { CategoryResolvers } from '../__generated__/resolvers';
import { required } from './required';

export const Category: CategoryResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.category.load(id),
  parent: ({ parentId }, _, { loaders }) => (parentId === null ? null : loaders.category.load(parentId)),
  async path(category, _, { loaders }) {
    const ancestors = await Promise.all(category.ancestorIds.map((id) => loaders.category.load(id)));
    return [...ancestors.map((row) => required(row, category.id)), category];
  },
  children: ({ id }, _, { loaders }) => loaders.childrenOfCategory.load(id),
};
