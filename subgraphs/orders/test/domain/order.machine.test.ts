import { isFinal, next } from '../../../../platform/machine/machine';
import { orderMachine, shipmentEvents } from '../../domain/order.machine';

describe('the life of an order', () => {
  it('ends when it is cancelled or refunded', () => {
    expect(isFinal(orderMachine, 'CANCELLED')).toBe(true);
    expect(isFinal(orderMachine, 'REFUNDED')).toBe(true);
  });

  it('allows no cancelling once it is paid', () => expect(next(orderMachine, 'PAID', 'cancel')).toBeUndefined());

  it.each(['PAID', 'SHIPPED', 'DELIVERED', 'COMPLETED'] as const)('can be refunded when %s', (status) => {
    expect(next(orderMachine, status, 'refund')).toBe('REFUNDED');
  });
});

describe('news of a parcel', () => {
  it.each([
    ['PAID', 'DISPATCHED', ['ship']],
    ['PAID', 'DELIVERED', ['ship', 'deliver']],
    ['SHIPPED', 'DISPATCHED', []],
    ['SHIPPED', 'DELIVERED', ['deliver']],
    ['DELIVERED', 'DISPATCHED', []],
    ['COMPLETED', 'DELIVERED', []],
    ['REFUNDED', 'DELIVERED', []],
  ] as const)('moves an order that is %s, when it is %s, by %j', (status, news, events) => {
    expect(shipmentEvents(status, news)).toEqual(events);
  });
});
