import { type EventOf, machine, next, type StateOf } from '../../../platform/machine/machine';

/** The life of an order. */
export const orderMachine = machine({
  initial: 'PENDING_PAYMENT',
  states: {
    PENDING_PAYMENT: { pay: 'PAID', cancel: 'CANCELLED', expire: 'CANCELLED' },
    PAID: { ship: 'SHIPPED', refund: 'REFUNDED' },
    SHIPPED: { deliver: 'DELIVERED', refund: 'REFUNDED' },
    DELIVERED: { confirm: 'COMPLETED', refund: 'REFUNDED' },
    COMPLETED: { refund: 'REFUNDED' },
    CANCELLED: {},
    REFUNDED: {},
  },
});
export type OrderStatus = StateOf<typeof orderMachine>;
export type OrderEvent = EventOf<typeof orderMachine>;

/**
 * What a carrier's news means for an order. A scan may be heard before the dispatch that came first: an order on its way
 * to the buyer has been shipped, and a delivered one has been shipped and delivered.
 */
export function shipmentEvents(status: OrderStatus, news: 'DISPATCHED' | 'DELIVERED'): OrderEvent[] {
  const journey: OrderEvent[] = news === 'DELIVERED' ? ['ship', 'deliver'] : ['ship'];
  const events: OrderEvent[] = [];
  let at = status;
  for (const event of journey) {
    const to = next(orderMachine, at, event);
    if (!to) continue;
    events.push(event);
    at = to;
  }
  return events;
}
