import type { ExecutionResult } from 'graphql';
import type { Subscription } from '../../operations';
import type { Tally } from '../tally';
import type { Beginning } from './cursors';
import { openSource, type Listener, type Source } from './source';

/** Leaves; when nobody is left, the room is left, too. */
export type Leave = () => void;

/** A source, perhaps still on its way, and who is on the way to it. */
type Seat = {
  readonly opened: Promise<Source | ExecutionResult>;
  source?: Source;
  expected: number;
  /** How many events older sources had seen when this one began. */
  readonly began: Map<Seat, number>;
};

/** Both told the same last, and the younger nothing less than the older since it is there. */
function areInStep(older: Seat, younger: Seat): boolean {
  if (!older.source?.count || !younger.source || older.source.last !== younger.source.last) return false;
  return younger.source.count >= older.source.count - (younger.began.get(older) ?? Infinity);
}

/** The sources of equal subscriptions, the oldest first. */
function seating(beginning: Beginning, onEmpty: () => void) {
  const seats: Seat[] = [];
  const seatOf = new Map<Listener, Seat>();

  function drop(seat: Seat): void {
    const index = seats.indexOf(seat);
    if (index >= 0) seats.splice(index, 1);
    if (seats.length === 0) onEmpty();
  }

  function merge(older: Seat, younger: Seat): void {
    const [to, from] = [older.source as Source, younger.source as Source];
    for (const listener of from.listeners) {
      to.listeners.add(listener);
      seatOf.set(listener, older);
    }
    drop(younger);
    from.close();
  }

  return {
    seats,
    seatOf,
    drop,
    /** Puts together what is in step with a source that has just told something. */
    settle(seat: Seat): void {
      if (beginning !== 'unknown' || seats.length < 2) return;
      const at = seats.indexOf(seat);
      const older = seats.find((other, index) => index < at && areInStep(other, seat));
      if (older) return merge(older, seat);
      for (const younger of seats.slice(at + 1)) if (areInStep(seat, younger)) merge(seat, younger);
    },
  };
}

/**
 * All who asked for the same with the same rights. One source serves them, unless coming later means something else than
 * having been there from the beginning:
 * - Without a cursor, what has a cursor argument begins with what happens next: a latecomer joins.
 * - From a cursor on, a latecomer would miss what was told already: it joins before the first event or not at all.
 * - Of all else nobody knows whether the room begins with the state of things. A latecomer gets a source of its own, shared
 *   with those who come before its first event. Once both have told the same last event they are in step, and one ends.
 */
export function openShare(beginning: Beginning, onEmpty: () => void, tally?: Tally) {
  const { seats, seatOf, drop, settle } = seating(beginning, onEmpty);

  async function open(subscription: Subscription, seatOfMine: () => Seat): Promise<Source | ExecutionResult> {
    const stream = await subscription.open();
    const seat = seatOfMine();
    if (!(Symbol.asyncIterator in stream)) {
      drop(seat);
      return stream;
    }
    for (const older of seats.slice(0, seats.indexOf(seat))) seat.began.set(older, older.source?.count ?? 0);
    seat.source = openSource({
      stream,
      isAllowed: subscription.isAllowed,
      isState: beginning === 'unknown',
      onEvent({ listeners }) {
        if (tally) tally.delivered += listeners.size;
        settle(seat);
      },
      onEnd: () => drop(seat),
    });
    return seat.source;
  }

  function take(subscription: Subscription): Seat {
    const found = seats.find(({ source }) => beginning === 'now' || !source?.count);
    if (found) return found;
    const seat: Seat = { opened: open(subscription, () => seat), expected: 0, began: new Map() };
    seats.push(seat);
    return seat;
  }

  function leave(listener: Listener): void {
    const seat = seatOf.get(listener);
    if (!seat?.source) return;
    seatOf.delete(listener);
    seat.source.listeners.delete(listener);
    if (seat.source.listeners.size > 0 || seat.expected > 0) return;
    drop(seat);
    seat.source.close();
  }

  return async function join(subscription: Subscription, listener: Listener): Promise<Leave | ExecutionResult> {
    const seat = take(subscription);
    seat.expected++;
    const source = await seat.opened;
    seat.expected--;
    if (!('listeners' in source)) return source;
    // It ended while this one was on the way.
    if (!seats.includes(seat)) return join(subscription, listener);
    source.listeners.add(listener);
    seatOf.set(listener, seat);
    source.start();
    return () => leave(listener);
  };
}
