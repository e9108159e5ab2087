import { invalidInput } from '../../../../platform/kernel/errors';
import type { SubscriptionResolvers } from '../../__generated__/resolvers';
import type { Context } from '../../context';
import { trackingNumberArgument } from '../../domain/trackingNumber';
import { shipmentTopic } from '../../topics';

async function* changes({ repositories, awaken }: Context, number: string) {
  for await (const _wake of awaken(shipmentTopic(number))) {
    const shipmentUpdated = await repositories.shipments.byTrackingNumber(number);
    if (shipmentUpdated) yield { shipmentUpdated };
  }
}

export const shipmentUpdated: SubscriptionResolvers['shipmentUpdated'] = {
  async subscribe(_, { trackingNumber }, context) {
    const number = trackingNumberArgument(trackingNumber);
    const shipment = await context.repositories.shipments.byTrackingNumber(number);
    if (!shipment) throw invalidInput('There is no shipment with this tracking number.', ['trackingNumber']);
    return changes(context, number);
  },
};
