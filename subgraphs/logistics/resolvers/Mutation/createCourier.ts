import { inputId, inputText } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { refuse } from '../../errors';

export const createCourier: MutationResolvers['createCourier'] = async (_, { input }, context) => {
  const carrierId = inputId('car', input.carrierId, 'carrierId');
  const fields = { name: inputText(input.name, 200, 'name'), phone: inputText(input.phone, 40, 'phone') };
  const carrier = await context.loaders.carrierById.load(carrierId);
  if (!carrier) throw refuse('NOT_FOUND', 'There is no such carrier.', ['carrierId']);
  const courier = await context.transaction((tx) =>
    tx.repositories.carriers.insertCourier({ ...fields, carrierId, id: tx.newId('cou') }),
  );
  return { courier, userErrors: [] };
};
