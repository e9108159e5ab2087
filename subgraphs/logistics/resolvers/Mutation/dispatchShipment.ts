import { inputId } from '../../../../platform/kernel/input';
import type { MutationResolvers } from '../../__generated__/resolvers';
import { dispatchShipment as dispatch } from '../../acts/dispatchShipment';
import { refuse } from '../../errors';

export const dispatchShipment: MutationResolvers['dispatchShipment'] = async (_, { input }, context) => {
  const id = inputId('shp', input.shipmentId, 'shipmentId');
  const courierId = input.courierId == null ? null : inputId('cou', input.courierId, 'courierId');
  await context.transaction(async (tx) => {
    const [shipment] = await tx.repositories.shipments.byIds([id]);
    if (!shipment) throw refuse('NOT_FOUND', 'There is no such shipment.', ['shipmentId']);
    await dispatch(tx, shipment, courierId);
  });
  return { shipment: await context.loaders.shipmentById.load(id), userErrors: [] };
};
