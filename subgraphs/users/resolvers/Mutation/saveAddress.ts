import { inputAddress, inputId } from '../../../../platform/kernel/input';
import type { MutationResolvers, SaveAddressInput } from '../../__generated__/resolvers';
import { callerOf } from '../../acts/caller';
import { refuse } from '../../errors';

const MAX_ADDRESSES = 50;

function parse({ id, ...fields }: SaveAddressInput) {
  if (id != null) inputId('adr', id, 'id');
  return inputAddress(fields);
}

export const saveAddress: MutationResolvers['saveAddress'] = async (_, { input }, context) => {
  const fields = parse(input);
  const { id: userId } = await callerOf(context);
  const { addresses } = context.repositories;
  if (input.id != null) {
    const address = await addresses.update({ ...fields, id: input.id, userId });
    if (!address) throw refuse('NOT_FOUND', 'There is no such address in your address book.', ['id']);
    return { address, userErrors: [] };
  }
  if ((await addresses.count(userId)) >= MAX_ADDRESSES) {
    throw refuse('ILLEGAL_STATE', `An address book holds ${MAX_ADDRESSES} addresses. Remove one first.`);
  }
  return { address: await addresses.insert({ ...fields, id: context.newId('adr'), userId }), userErrors: [] };
};
