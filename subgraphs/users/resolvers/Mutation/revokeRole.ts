import { inputId } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { refuse } from '../../errors';

export const revokeRole: MutationResolvers['revokeRole'] = async (_, { input: { userId, role } }, context) => {
  inputId('usr', userId, 'userId');
  if (role === 'BUYER') throw refuse('ILLEGAL_STATE', 'Every account is a buyer.', ['role']);
  const user = await context.transaction(async (tx) => {
    const holders = await tx.repositories.users.lockHolders(role);
    if (role === 'ADMIN' && holders.length === 1 && holders[0] === userId) {
      throw refuse('ILLEGAL_STATE', 'This is the last administrator. Make somebody else one first.', ['userId']);
    }
    const changed = await tx.repositories.users.removeRole(userId, role);
    if (!changed) throw refuse('NOT_FOUND', 'There is no such user.', ['userId']);
    return changed;
  });
  return { user, userErrors: [] };
};
