import type { MutationResolvers } from '../../__generated__/resolvers';
import { callerOf } from '../../acts/caller';
import { refuse } from '../../errors';

export const removeAddress: MutationResolvers['removeAddress'] = async (_, { input: { id } }, context) => {
  const caller = await callerOf(context);
  const removed = await context.repositories.addresses.remove(id, caller.id);
  if (!removed) throw refuse('NOT_FOUND', 'There is no such address in your address book.', ['id']);
  return { removedAddressId: id, userErrors: [] };
};
