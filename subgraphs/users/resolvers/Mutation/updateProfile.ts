import { inputText } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { callerOf } from '../../acts/caller';
import { LONGEST_NAME } from '../../domain/account';

export const updateProfile: MutationResolvers['updateProfile'] = async (_, { input }, context) => {
  const displayName = inputText(input.displayName, LONGEST_NAME, 'displayName');
  const { id } = await callerOf(context);
  return { user: await context.repositories.users.update(id, { displayName }), userErrors: [] };
};
