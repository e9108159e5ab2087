import type { QueryResolvers } from '../../__generated__/resolvers';

export const carriers: QueryResolvers['carriers'] = (_, _args, { repositories }) => repositories.carriers.all();
