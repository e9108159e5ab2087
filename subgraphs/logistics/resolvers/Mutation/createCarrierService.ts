import { inputId, inputText, invalid } from '../../../../platform/kernel/input';
import type { CreateCarrierServiceInput, MutationResolvers } from '../../__generated__/resolvers';
import { inputCode, isDays, MAX_DAYS } from '../../domain/input';
import { refuse } from '../../errors';

function parse({ carrierId, code, name, minDays, maxDays }: CreateCarrierServiceInput) {
  if (!isDays(minDays, maxDays)) {
    throw invalid(`Days are 0 to ${MAX_DAYS}, and no more at the earliest than at the latest.`, 'maxDays');
  }
  const texts = { code: inputCode(code, 'code'), name: inputText(name, 200, 'name') };
  return { ...texts, carrierId: inputId('car', carrierId, 'carrierId'), minDays, maxDays, active: true };
}

export const createCarrierService: MutationResolvers['createCarrierService'] = async (_, { input }, context) => {
  const fields = parse(input);
  const carrier = await context.loaders.carrierById.load(fields.carrierId);
  if (!carrier) throw refuse('NOT_FOUND', 'There is no such carrier.', ['carrierId']);
  const service = await context.transaction(async (tx) => {
    const inserted = await tx.repositories.services.insert({ ...fields, id: tx.newId('svc') });
    if (!inserted) throw refuse('CODE_TAKEN', 'Another service of this carrier has this code.', ['code']);
    return inserted;
  });
  return { service, userErrors: [] };
};
