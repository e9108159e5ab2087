import type { MutationResolvers } from '../../__generated__/resolvers';
import { idField } from '../../arguments';
import { isInterval, MAX_INTERVAL_MS } from '../../domain/input';
import { stagesAfter } from '../../domain/journey';
import { refuse } from '../../errors';
import { playDelivery } from '../../sagas/playDelivery';

export const simulateDelivery: MutationResolvers['simulateDelivery'] = async (_, { input }, context) => {
  const shipmentId = idField('shp', input.shipmentId, 'shipmentId');
  const { intervalMs } = input;
  if (!isInterval(intervalMs))
    throw refuse('INVALID_INPUT', `Use 0 to ${MAX_INTERVAL_MS} milliseconds.`, ['intervalMs']);
  const shipment = await context.loaders.shipmentById.load(shipmentId);
  if (!shipment) throw refuse('NOT_FOUND', 'There is no such shipment.', ['shipmentId']);
  const stages = stagesAfter(shipment.status);
  if (stages.length === 0)
    throw refuse('ILLEGAL_STATE', 'Only a shipment on its way has a journey left.', ['shipmentId']);
  await context.start(playDelivery, shipmentId, { shipmentId, intervalMs, stages });
  return { shipment, userErrors: [] };
};
