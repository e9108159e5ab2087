import { isId } from '../../../../platform/kernel/ids';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { refuse } from '../../errors';

export const assignRole: MutationResolvers['assignRole'] = async (_, { input: { userId, role } }, { repositories }) => {
  if (!isId('usr', userId)) throw refuse('INVALID_INPUT', 'This is not the id of a user.', ['userId']);
  const user = await repositories.users.addRole(userId, role);
  if (!user) throw refuse('NOT_FOUND', 'There is no such user.', ['userId']);
  return { user, userErrors: [] };
};
