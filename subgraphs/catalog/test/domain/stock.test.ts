import fc from 'fast-check';
import {
  checkAdjustment,
  checkReservation,
  type Movement,
  MOVEMENTS,
  shortages,
  sumLines,
  turnedProducts,
  whyNotAdjusted,
} from '../../domain/stock';
import { refusedFields } from './refusedFields';

describe('movements of stock', () => {
  it.each(Object.entries(MOVEMENTS))(
    '%s keeps on hand = received − sold + returned',
    (_, { onHand, sold, returned }) => {
      expect(onHand).toBe(0 - sold + returned);
    },
  );

  it('reserve and release are each other turned round', () => {
    const { reserve, release } = MOVEMENTS;
    expect(reserve.reserved + release.reserved).toBe(0);
  });

  it('any order of movements keeps the books, as long as none goes below what there is', () => {
    const names = Object.keys(MOVEMENTS) as Movement[];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names)), (movements) => {
        const level = { onHand: 5, reserved: 0, sold: 0, returned: 0 };
        for (const name of movements) {
          const step = MOVEMENTS[name];
          const next = {
            onHand: level.onHand + step.onHand,
            reserved: level.reserved + step.reserved,
            sold: level.sold + step.sold,
            returned: level.returned + step.returned,
          };
          if (next.reserved >= 0 && next.reserved <= next.onHand) Object.assign(level, next);
        }
        expect(level.onHand).toBe(5 - level.sold + level.returned);
      }),
    );
  });
});

describe('lines of an order', () => {
  it('of one variant add up', () => {
    const lines = [
      { variantId: 'a', quantity: 1 },
      { variantId: 'b', quantity: 5 },
      { variantId: 'a', quantity: 2 },
    ];
    expect(sumLines(lines)).toEqual([
      { variantId: 'a', quantity: 3 },
      { variantId: 'b', quantity: 5 },
    ]);
  });

  it('are short where those before them have taken the rest', () => {
    const lines = [
      { variantId: 'a', quantity: 2 },
      { variantId: 'a', quantity: 2 },
      { variantId: 'a', quantity: 1 },
      { variantId: 'gone', quantity: 1 },
    ];
    expect(shortages(lines, new Map([['a', 3]]))).toEqual([
      { index: 1, available: 1 },
      { index: 3, available: null },
    ]);
  });

  it('are 1 to 100, of 1 to 999 units each, for a time to come', () => {
    const now = new Date('2026-01-01T00:00:00Z');
    const later = new Date(now.getTime() + 1);
    const line = (quantity: number) => ({ variantId: 'a', quantity });
    expect(refusedFields(() => checkReservation([line(1), line(999)], later, now))).toEqual([]);
    expect(refusedFields(() => checkReservation([], later, now))).toEqual(['lines']);
    expect(
      refusedFields(() =>
        checkReservation(
          Array.from({ length: 101 }, () => line(1)),
          later,
          now,
        ),
      ),
    ).toEqual(['lines']);
    expect(refusedFields(() => checkReservation([line(0), line(1000)], now, now))).toEqual([
      'lines.0.quantity',
      'lines.1.quantity',
      'expiresAt',
    ]);
  });
});

describe('a product comes in or out of stock', () => {
  const moved = (productId: string, before: number, after: number) => ({ variantId: 'v', productId, before, after });

  it('when one of its variants sells out or is available again, and then only', () => {
    expect(
      turnedProducts([
        moved('out', 1, 0),
        moved('in', 0, 3),
        moved('less', 3, 1),
        moved('none', 0, 0),
        moved('out', 2, 0),
      ]),
    ).toEqual(['out', 'in']);
  });
});

describe('a correction', () => {
  const adjustment = { delta: -2, reason: 'lost', expectedOnHand: null };

  it('moves something within reason, and says why', () => {
    expect(refusedFields(() => checkAdjustment(adjustment))).toEqual([]);
    expect(refusedFields(() => checkAdjustment({ ...adjustment, delta: 0, reason: ' ' }))).toEqual(['delta', 'reason']);
    expect(refusedFields(() => checkAdjustment({ ...adjustment, delta: 1_000_001 }))).toEqual(['delta']);
  });

  it('is refused for the first reason that holds', () => {
    expect(whyNotAdjusted({ ...adjustment, expectedOnHand: 4 }, { onHand: 1, reserved: 0 })).toBe('STALE');
    expect(whyNotAdjusted({ ...adjustment, expectedOnHand: 1 }, { onHand: 1, reserved: 0 })).toBe('OUT_OF_STOCK');
    expect(whyNotAdjusted(adjustment, { onHand: 3, reserved: 2 })).toBe('OUT_OF_STOCK');
    expect(whyNotAdjusted({ ...adjustment, delta: 1 }, { onHand: 3, reserved: 2 })).toBe('INVALID_INPUT');
  });
});
