import { isUser, may } from '../../../platform/identity/identity';
import type { UserResolvers } from '../__generated__/resolvers';
import type { Context } from '../context';
import type { Account } from '../acts/session';

const sees = ({ identity }: Context, user: Account) =>
  user.own === true || isUser(identity, user.id) || may(identity, 'users:read');

export const User: UserResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.userById.load(id),
  email: (user, _, context) => (sees(context, user) ? user.email : null),
  roles: (user, _, context) => (sees(context, user) ? user.roles : []),
  addresses: (user, _, context) => (sees(context, user) ? context.loaders.addressesByUser.load(user.id) : []),
  createdAt: (user, _, context) => (sees(context, user) ? user.createdAt : null),
};
