import type { PayloadOf } from '../../platform/contracts';
import { followParcel } from './acts/followParcel';
import { tell, touch } from './acts/orderUpdates';
import { payOrder } from './acts/payOrder';
import { refundOrder } from './acts/refundOrder';
import type { Transaction } from './context';

export const markPaid = (
  tx: Transaction,
  { orderId, paymentId }: PayloadOf<'payments.payment-succeeded.v1'>,
): Promise<void> => payOrder(tx, orderId, paymentId);

/** Declined, expired or given up. The order of a payment that was given up may never have been opened. */
export async function tellOfPayment(tx: Transaction, { orderId }: { orderId: string }): Promise<void> {
  await tell(tx, orderId, 'PAYMENT');
}

export const markRefunded = (
  tx: Transaction,
  { orderId, full }: PayloadOf<'payments.refund-succeeded.v1'>,
): Promise<void> => refundOrder(tx, orderId, full);

export async function tellOfShipment(
  tx: Transaction,
  { orderId }: PayloadOf<'logistics.shipment-created.v1'>,
): Promise<void> {
  await tell(tx, orderId, 'SHIPMENT');
}

export const markShipped = (tx: Transaction, parcel: PayloadOf<'logistics.shipment-dispatched.v1'>): Promise<void> =>
  followParcel(tx, parcel, 'DISPATCHED');

const ON_ITS_WAY: ReadonlySet<string> = new Set(['DISPATCHED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY']);

export async function followShipment(tx: Transaction, scan: PayloadOf<'logistics.shipment-scanned.v1'>): Promise<void> {
  if (scan.status === 'DELIVERED') return followParcel(tx, scan, 'DELIVERED');
  if (ON_ITS_WAY.has(scan.status)) return followParcel(tx, scan, 'DISPATCHED');
  await touch(tx, scan.orderId, 'SHIPMENT');
}
