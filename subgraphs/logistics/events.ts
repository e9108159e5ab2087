import type { PayloadOf } from '../../platform/contracts';
import { createShipment } from './acts/createShipment';
import { recallShipment } from './acts/recallShipment';
import type { Transaction } from './context';

/** A paid order is sent. */
export const shipPaid = (tx: Transaction, order: PayloadOf<'orders.order-paid.v1'>): Promise<void> =>
  createShipment(tx, order);

/** A refunded order stays, if it has not left. */
export const recallRefunded = (tx: Transaction, { orderId }: PayloadOf<'orders.order-refunded.v1'>): Promise<void> =>
  recallShipment(tx, orderId);
