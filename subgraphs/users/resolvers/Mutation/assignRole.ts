import { inputId } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { refuse } from '../../errors';

export const assignRole: MutationResolvers['assignRole'] = async (_, { input: { userId, role } }, context) => {
  inputId('usr', userId, 'userId');
  const user = await context.transaction(async (tx) => {
    const changed = await tx.repositories.users.addRole(userId, role);
    if (!changed) throw refuse('NOT_FOUND', 'There is no such user.', ['userId']);
    return changed;
  });
  return { user, userErrors: [] };
};
