import { isUser, may } from '../../platform/identity/identity';
import type { Context } from './context';

/** Whether the caller may see whose shipment it is: its buyer, the staff, and other rooms on their behalf. */
export const seesAll = ({ identity }: Context, shipment: { buyerId: string }): boolean =>
  isUser(identity, shipment.buyerId) || may(identity, 'shipments:read');
