import { inputId } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { refuse } from '../../errors';

export const assignRole: MutationResolvers['assignRole'] = async (_, { input: { userId, role } }, { repositories }) => {
  inputId('usr', userId, 'userId');
  const user = await repositories.users.addRole(userId, role);
  if (!user) throw refuse('NOT_FOUND', 'There is no such user.', ['userId']);
  return { user, userErrors: [] };
};
