import { type EventOf, machine, type StateOf } from '../../../platform/machine/machine';

/** A parcel's way: it may skip a stage that no scan told of, but never goes back. */
export const shipmentMachine = machine({
  initial: 'PENDING',
  states: {
    PENDING: { dispatch: 'DISPATCHED', recall: 'RETURNED' },
    DISPATCHED: {
      collect: 'DISPATCHED',
      move: 'IN_TRANSIT',
      load: 'OUT_FOR_DELIVERY',
      deliver: 'DELIVERED',
      giveBack: 'RETURNED',
    },
    IN_TRANSIT: { move: 'IN_TRANSIT', load: 'OUT_FOR_DELIVERY', deliver: 'DELIVERED', giveBack: 'RETURNED' },
    OUT_FOR_DELIVERY: { load: 'OUT_FOR_DELIVERY', deliver: 'DELIVERED', giveBack: 'RETURNED' },
    DELIVERED: {},
    RETURNED: {},
  },
});

export type ShipmentStatus = StateOf<typeof shipmentMachine>;
export type ShipmentEvent = EventOf<typeof shipmentMachine>;

/** What a scan of a status does to the parcel. No scan leads to PENDING: that is before the carrier has it. */
export const SCAN_EVENTS = {
  PENDING: null,
  DISPATCHED: 'collect',
  IN_TRANSIT: 'move',
  OUT_FOR_DELIVERY: 'load',
  DELIVERED: 'deliver',
  RETURNED: 'giveBack',
} as const satisfies Record<ShipmentStatus, ShipmentEvent | null>;
