import type { UserResolvers } from '../__generated__/resolvers';
import { seesAccount } from '../visibility';

export const User: UserResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.userById.load(id),
  email: (user, _, context) => (seesAccount(context, user) ? user.email : null),
  roles: (user, _, context) => (seesAccount(context, user) ? user.roles : []),
  addresses: (user, _, context) => (seesAccount(context, user) ? context.loaders.addressesOfUser.load(user.id) : []),
  createdAt: (user, _, context) => (seesAccount(context, user) ? user.createdAt : null),
};
