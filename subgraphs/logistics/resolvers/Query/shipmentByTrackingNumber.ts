import { trackingNumberArgument } from '../../domain/trackingNumber';
import type { QueryResolvers } from '../../__generated__/resolvers';

export const shipmentByTrackingNumber: QueryResolvers['shipmentByTrackingNumber'] = (_, args, { repositories }) =>
  repositories.shipments.byTrackingNumber(trackingNumberArgument(args.trackingNumber));
