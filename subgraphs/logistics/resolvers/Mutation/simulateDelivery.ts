import { inputId, inputNumber } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { MAX_INTERVAL_MS } from '../../domain/input';
import { stagesAfter } from '../../domain/journey';
import { refuse } from '../../errors';
import { playDelivery } from '../../sagas/playDelivery';

export const simulateDelivery: MutationResolvers['simulateDelivery'] = async (_, { input }, context) => {
  const shipmentId = inputId('shp', input.shipmentId, 'shipmentId');
  const intervalMs = inputNumber(input.intervalMs, 0, MAX_INTERVAL_MS, 'intervalMs');
  const shipment = await context.loaders.shipmentById.load(shipmentId);
  if (!shipment) throw refuse('NOT_FOUND', 'There is no such shipment.', ['shipmentId']);
  const stages = stagesAfter(shipment.status);
  if (stages.length === 0)
    throw refuse('ILLEGAL_STATE', 'Only a shipment on its way has a journey left.', ['shipmentId']);
  await context.start(playDelivery, shipmentId, { shipmentId, intervalMs, stages });
  return { shipment, userErrors: [] };
};
