import { maySee } from '../../platform/identity/identity';
import type { Context } from './context';
import type { ShipmentRow } from './data/shipments.repository';

/** Whether the caller may see whose shipment it is: its buyer, the staff, and other rooms on their behalf. */
export const seesShipment = ({ identity }: Pick<Context, 'identity'>, { buyerId }: ShipmentRow): boolean =>
  maySee(identity, buyerId, 'shipments:read');
