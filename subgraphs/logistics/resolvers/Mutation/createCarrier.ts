import type { MutationResolvers } from '../../__generated__/resolvers';
import { codeField, textField } from '../../arguments';
import { refuse } from '../../errors';

export const createCarrier: MutationResolvers['createCarrier'] = async (_, { input }, context) => {
  const fields = { code: codeField(input.code), name: textField(input.name, 200, ['name']) };
  const carrier = await context.repositories.carriers.insert({ ...fields, id: context.newId('car') });
  if (!carrier) throw refuse('CODE_TAKEN', 'Another carrier has this code.', ['code']);
  return { carrier, userErrors: [] };
};
