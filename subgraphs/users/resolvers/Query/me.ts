import { userIdOf } from '../../../../platform/identity/identity';
import type { QueryResolvers } from '../../__generated__/resolvers';

export const me: QueryResolvers['me'] = (_, _args, { identity, loaders }) => {
  const id = userIdOf(identity);
  return id === null ? null : loaders.userById.load(id);
};
