import type { QueryResolvers } from '../../__generated__/resolvers';

export const me: QueryResolvers['me'] = (_, __, { identity, loaders }) =>
  identity.kind === 'user' ? loaders.userById.load(identity.id) : null;
