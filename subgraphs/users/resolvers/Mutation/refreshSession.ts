import type { MutationResolvers } from '../../__generated__/resolvers';
import { refreshSession as refresh } from '../../acts/session';
import { refuse } from '../../errors';

export const refreshSession: MutationResolvers['refreshSession'] = async (_, { input }, context) => {
  const session = await refresh(context, input.refreshToken);
  if (!session) throw refuse('INVALID_CREDENTIALS', 'The session has ended. Sign in again.', ['refreshToken']);
  return { session, userErrors: [] };
};
