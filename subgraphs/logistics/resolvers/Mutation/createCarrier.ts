import { inputText } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { inputCode } from '../../domain/input';
import { refuse } from '../../errors';

export const createCarrier: MutationResolvers['createCarrier'] = async (_, { input }, context) => {
  const fields = { code: inputCode(input.code, 'code'), name: inputText(input.name, 200, 'name') };
  const carrier = await context.transaction(async (tx) => {
    const inserted = await tx.repositories.carriers.insert({ ...fields, id: tx.newId('car') });
    if (!inserted) throw refuse('CODE_TAKEN', 'Another carrier has this code.', ['code']);
    return inserted;
  });
  return { carrier, userErrors: [] };
};
