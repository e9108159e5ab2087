import type { QueryResolvers } from '../../__generated__/resolvers';

export const category: QueryResolvers['category'] = (_, { slug }, { repositories }) =>
  repositories.categories.bySlug(slug);
