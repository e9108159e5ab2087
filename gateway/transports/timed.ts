import { unavailable } from '../../platform/kernel/errors';
import type { Rooms, Transport } from '../../platform/subgraph/transport';

/** Nobody waits for the answer any more; whether it was carried out is not known. */
export class TookTooLong extends Error {
  override name = 'TookTooLong';
}

// A set that is used for long leaves tables behind, each of which leads to the next, with all that was in it. V8 takes them for
// alive until its next full collection. So whatever was waited for lets go of its answer.
type Waiting = { readonly until: number; reject?: (error: TookTooLong) => void };

/**
 * Waits for work no longer than so many milliseconds. There is one timer for all that is waited for, set for the oldest: what
 * began first ends first, and most of it long before. @throws TookTooLong
 */
export function patience(milliseconds: number): <T>(work: Promise<T>) => Promise<T> {
  const waiting = new Set<Waiting>();
  let timer: NodeJS.Timeout | undefined;

  function setTimer(): void {
    const [oldest] = waiting;
    timer = oldest && setTimeout(sweep, Math.max(1, oldest.until - performance.now())).unref();
  }

  function sweep(): void {
    const now = performance.now();
    for (const each of waiting) {
      if (each.until > now) break;
      waiting.delete(each);
      each.reject?.(new TookTooLong());
    }
    setTimer();
  }

  function over(each: Waiting): void {
    waiting.delete(each);
    each.reject = undefined;
  }

  return (work) =>
    new Promise((resolve, reject) => {
      const each: Waiting = { until: performance.now() + milliseconds, reject };
      waiting.add(each);
      if (!timer) setTimer();
      work.then(
        (result) => (over(each), resolve(result)),
        (error: unknown) => (over(each), reject(error as Error)),
      );
    });
}

function timed(transport: Transport, room: string, milliseconds: number): Transport {
  const inTime = patience(milliseconds);
  return {
    execute: (request) =>
      inTime(transport.execute(request)).catch((error: unknown) => {
        throw error instanceof TookTooLong ? unavailable(`The room ${room} took too long.`) : error;
      }),
    subscribe: (request) => transport.subscribe(request),
  };
}

/** Rooms of this process cannot be out of reach, only slow. */
export function timedRooms(rooms: Rooms, milliseconds: number): Rooms {
  const known = new Map<string, Transport>();
  return (room) => {
    const found = known.get(room) ?? timed(rooms(room), room, milliseconds);
    known.set(room, found);
    return found;
  };
}
