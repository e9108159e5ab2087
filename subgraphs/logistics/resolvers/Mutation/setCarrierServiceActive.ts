import { inputId } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { refuse } from '../../errors';

export const setCarrierServiceActive: MutationResolvers['setCarrierServiceActive'] = async (_, { input }, context) => {
  const id = inputId('svc', input.serviceId, 'serviceId');
  const service = await context.transaction(async (tx) => {
    const set = await tx.repositories.services.setActive(id, input.active);
    if (!set) throw refuse('NOT_FOUND', 'There is no such service.', ['serviceId']);
    return set;
  });
  return { service, userErrors: [] };
};
