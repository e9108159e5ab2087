import type { MutationResolvers } from '../../__generated__/resolvers';
import { idField, textField } from '../../arguments';
import { refuse } from '../../errors';

export const createCourier: MutationResolvers['createCourier'] = async (_, { input }, context) => {
  const carrierId = idField('car', input.carrierId, 'carrierId');
  const fields = { name: textField(input.name, 200, ['name']), phone: textField(input.phone, 40, ['phone']) };
  const carrier = await context.loaders.carrierById.load(carrierId);
  if (!carrier) throw refuse('NOT_FOUND', 'There is no such carrier.', ['carrierId']);
  const courier = await context.repositories.carriers.insertCourier({ ...fields, carrierId, id: context.newId('cou') });
  return { courier, userErrors: [] };
};
