import type { MutationResolvers } from '../../__generated__/resolvers';
import { verifyPassword } from '../../acts/passwords';
import { openSession } from '../../acts/session';
import { normaliseEmail } from '../../domain/account';
import { refuse } from '../../errors';

export const signIn: MutationResolvers['signIn'] = async (_, { input }, context) => {
  const email = normaliseEmail(input.email);
  const user = email === null ? null : await context.repositories.users.byEmail(email);
  const right = await verifyPassword(user?.passwordHash ?? null, input.password);
  if (!user || !right) {
    await context.transaction(async (tx) =>
      tx.audit({ action: 'users.signInFailed', details: { userId: user?.id ?? null } }),
    );
    throw refuse('INVALID_CREDENTIALS', 'The e-mail address or the password is wrong.');
  }
  return { session: await openSession(context, user), userErrors: [] };
};
