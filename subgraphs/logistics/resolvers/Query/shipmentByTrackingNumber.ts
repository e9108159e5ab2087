import type { QueryResolvers } from '../../__generated__/resolvers';
import { trackingNumberArgument } from '../../domain/trackingNumber';

export const shipmentByTrackingNumber: QueryResolvers['shipmentByTrackingNumber'] = (_, args, { repositories }) =>
  repositories.shipments.byTrackingNumber(trackingNumberArgument(args.trackingNumber));
