import type { MutationResolvers } from '../../__generated__/resolvers';
import { callerOf } from '../../acts/caller';
import { normaliseName } from '../../domain/account';
import { refuse } from '../../errors';

export const updateProfile: MutationResolvers['updateProfile'] = async (_, { input }, context) => {
  const displayName = normaliseName(input.displayName);
  if (displayName === null) throw refuse('INVALID_INPUT', 'A name has 1 to 100 characters.', ['displayName']);
  const { id } = await callerOf(context);
  return { user: await context.repositories.users.update(id, { displayName }), userErrors: [] };
};
