import { UserSignedUp } from '../../../../platform/contracts/users';
import type { MutationResolvers, SignUpInput } from '../../__generated__/resolvers';
import { normaliseEmail, normaliseName, passwordProblem } from '../../domain/account';
import { refuse } from '../../errors';
import { hashPassword } from '../../acts/passwords';
import { openSession } from '../../acts/session';

function parse(input: SignUpInput) {
  const email = normaliseEmail(input.email);
  if (email === null) throw refuse('INVALID_INPUT', 'This is not an e-mail address.', ['email']);
  const displayName = normaliseName(input.displayName);
  if (displayName === null) throw refuse('INVALID_INPUT', 'A name has 1 to 100 characters.', ['displayName']);
  const problem = passwordProblem(input.password);
  if (problem !== null) throw refuse('INVALID_INPUT', problem, ['password']);
  return { email, displayName };
}

export const signUp: MutationResolvers['signUp'] = async (_, { input }, context) => {
  const account = parse(input);
  const passwordHash = await hashPassword(input.password);
  const user = await context.transaction(async (tx) => {
    const row = { id: tx.newId('usr'), ...account, passwordHash, roles: ['BUYER' as const], createdAt: tx.now() };
    const inserted = await tx.repositories.users.insert(row);
    if (!inserted)
      throw refuse('EMAIL_TAKEN', 'There is an account with this e-mail address. Sign in instead.', ['email']);
    tx.publish(UserSignedUp, { userId: row.id, displayName: row.displayName });
    return inserted;
  });
  return { session: await openSession(context, user), userErrors: [] };
};
