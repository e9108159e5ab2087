import { isFinal, next } from '../../../../platform/machine/machine';
import { reservationMachine } from '../../domain/reservation.machine';

describe('a reservation', () => {
  it('is sold, released or runs out', () => {
    expect(next(reservationMachine, 'HELD', 'sell')).toBe('SOLD');
    expect(next(reservationMachine, 'HELD', 'release')).toBe('RELEASED');
    expect(next(reservationMachine, 'HELD', 'expire')).toBe('EXPIRED');
  });

  it('that has run out may still be sold, when its payment comes late', () => {
    expect(next(reservationMachine, 'EXPIRED', 'sell')).toBe('SOLD');
  });

  it('that was released or restocked stays so', () => {
    expect(isFinal(reservationMachine, 'RELEASED')).toBe(true);
    expect(isFinal(reservationMachine, 'RESTOCKED')).toBe(true);
    expect(next(reservationMachine, 'SOLD', 'release')).toBeUndefined();
  });
});
