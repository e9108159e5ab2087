import { machine } from '../../../platform/machine/machine';

/**
 * What an order holds of the stock. Events of other rooms come in any order, so a refund may overtake the payment (the goods
 * are then simply given back), and a payment may come after the time limit (it then takes what is available).
 */
export const reservationMachine = machine({
  initial: 'HELD',
  states: {
    HELD: { sell: 'SOLD', release: 'RELEASED', expire: 'EXPIRED' },
    EXPIRED: { sell: 'SOLD', release: 'RELEASED' },
    SOLD: { restock: 'RESTOCKED' },
    RELEASED: {},
    RESTOCKED: {},
  },
});
