import { isFinal, next } from '../../../../platform/machine/machine';
import { stagesAfter } from '../../domain/journey';
import { SCAN_EVENTS, shipmentMachine, type ShipmentStatus } from '../../domain/shipment.machine';

const FORWARD: ShipmentStatus[] = ['PENDING', 'DISPATCHED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED'];
const scanned = (from: ShipmentStatus, status: ShipmentStatus) => {
  const event = SCAN_EVENTS[status];
  return event === null ? undefined : next(shipmentMachine, from, event);
};

describe('a shipment', () => {
  it('moves forward by scans, over any stage, and never back', () => {
    for (const [at, from] of FORWARD.entries()) {
      for (const [to, status] of FORWARD.entries()) {
        const allowed = from !== 'PENDING' && from !== 'DELIVERED' && to >= at;
        expect([from, status, scanned(from, status)]).toEqual([from, status, allowed ? status : undefined]);
      }
    }
  });

  it('comes back to the shop from anywhere on its way, and from nowhere else', () => {
    expect(FORWARD.filter((from) => scanned(from, 'RETURNED'))).toEqual([
      'DISPATCHED',
      'IN_TRANSIT',
      'OUT_FOR_DELIVERY',
    ]);
  });

  it('is recalled only before its dispatch', () => {
    expect(FORWARD.filter((from) => next(shipmentMachine, from, 'recall'))).toEqual(['PENDING']);
  });

  it('ends delivered or returned', () => {
    expect(isFinal(shipmentMachine, 'DELIVERED') && isFinal(shipmentMachine, 'RETURNED')).toBe(true);
  });
});

describe('the journey that is left', () => {
  it.each([
    ['PENDING', []],
    ['DISPATCHED', ['IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED']],
    ['IN_TRANSIT', ['OUT_FOR_DELIVERY', 'DELIVERED']],
    ['OUT_FOR_DELIVERY', ['DELIVERED']],
    ['DELIVERED', []],
    ['RETURNED', []],
  ] as const)('of a shipment that is %s is %j', (status, stages) => expect(stagesAfter(status)).toEqual(stages));
});
