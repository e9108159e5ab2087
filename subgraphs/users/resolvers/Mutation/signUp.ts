import { UserSignedUp } from '../../../../platform/contracts/users';
import { inputText, invalid } from '../../../../platform/kernel/input';
import type { MutationResolvers, SignUpInput } from '../../__generated__/resolvers';
import { hashPassword } from '../../acts/passwords';
import { openSession } from '../../acts/session';
import { LONGEST_NAME, normaliseEmail, passwordProblem } from '../../domain/account';
import { refuse } from '../../errors';

function parse(input: SignUpInput) {
  const email = normaliseEmail(input.email);
  if (email === null) throw invalid('This is not an e-mail address.', 'email');
  const displayName = inputText(input.displayName, LONGEST_NAME, 'displayName');
  const problem = passwordProblem(input.password);
  if (problem !== null) throw invalid(problem, 'password');
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
