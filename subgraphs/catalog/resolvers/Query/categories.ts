import type { QueryResolvers } from '../../__generated__/resolvers';

export const categories: QueryResolvers['categories'] = (_, _args, { repositories }) =>
  repositories.categories.departments();
