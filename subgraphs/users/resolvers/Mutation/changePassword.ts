import { invalid } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { callerOf, sessionIdOf } from '../../acts/caller';
import { hashPassword, verifyPassword } from '../../acts/passwords';
import { passwordProblem } from '../../domain/account';
import { refuse } from '../../errors';

export const changePassword: MutationResolvers['changePassword'] = async (_, { input }, context) => {
  const caller = await callerOf(context);
  const problem = passwordProblem(input.newPassword);
  if (problem !== null) throw invalid(problem, 'newPassword');
  if (!(await verifyPassword(caller.passwordHash, input.currentPassword))) {
    throw refuse('INVALID_CREDENTIALS', 'The current password is wrong.', ['currentPassword']);
  }
  const passwordHash = await hashPassword(input.newPassword);
  const user = await context.transaction(async (tx) => {
    tx.audit({ action: 'users.changePassword', details: { userId: caller.id } });
    await tx.repositories.sessions.endAll(caller.id, tx.now(), sessionIdOf(context.identity));
    return tx.repositories.users.update(caller.id, { passwordHash });
  });
  return { user, userErrors: [] };
};
