import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { unavailable } from '../../../platform/kernel/errors';
import { systemTimers, type Timers } from '../../../platform/kernel/timers';
import type { RoomRequest } from '../../../platform/subgraph/transport';
import { TurnedAway } from '../failures';
import { losable } from '../subscriptions/losable';
import { isRepeatable } from '../repeatable';
import type { ResilientTransport } from '../resilient';

/** Milliseconds between two looks. */
const LOOK = 250;
/** Milliseconds without an answer, while some are waited for, after which a copy is asked whether it lives. */
const SILENT = 1_000;
/** The same for a copy of which streams of events are open: nothing may happen for long. */
const QUIET = 5_000;

export type WatchOptions = {
  readonly room: string;
  /** Whether the copy says in good time that it lives, however much it has to do. */
  readonly lives: () => Promise<boolean>;
  /** Whether it lets requests in. */
  readonly isReady: () => Promise<boolean>;
  /** Lets those go who wait for what the copy has not let in. */
  readonly withdraw?: () => void;
  readonly log: Logger;
  readonly timers?: Timers;
  /** Milliseconds. */
  readonly now?: () => number;
};

/** A copy of a room that is taken out when it stands still or goes away, and is asked again when it is back. */
export type Watched = ResilientTransport & { stop(): void };

type Waiting = { readonly request: RoomRequest; readonly isSubscription: boolean; giveUp: (error: Error) => void };

/** What a copy was asked and has not answered, and since when it has said nothing at all. @param failed told of each failure */
function unanswered(now: () => number, failed: (error: Error) => void) {
  const waiting = new Set<Waiting>();
  let heardAt = 0;
  const hear = () => void (heardAt = now());
  return {
    hear,
    isEmpty: () => waiting.size === 0,
    silence: () => now() - heardAt,
    /** Lets those go who may ask elsewhere. */
    giveUp(error: Error): void {
      for (const each of waiting) if (each.isSubscription || isRepeatable(each.request)) each.giveUp(error);
    },
    /** @param late what becomes of the answer to a subscription that was given up */
    wait<T>(work: Promise<T>, request: RoomRequest, late?: (answer: T) => void): Promise<T> {
      if (waiting.size === 0) hear();
      return new Promise((resolve, reject) => {
        const each: Waiting = { request, isSubscription: late !== undefined, giveUp };
        waiting.add(each);
        function giveUp(error: Error): void {
          waiting.delete(each);
          reject(error);
        }
        work.then(
          (answer) => (hear(), waiting.delete(each) ? resolve(answer) : late?.(answer)),
          (error: Error) => (hear(), failed(error), giveUp(error)),
        );
      });
    },
  };
}

/** Streams of events that are open at a copy. */
function openStreams(room: string) {
  const open = new Set<() => void>();
  return {
    isEmpty: () => open.size === 0,
    keep(stream: AsyncIterableIterator<ExecutionResult>) {
      const kept = losable(stream, room, () => open.delete(kept.lose));
      open.add(kept.lose);
      return kept.stream;
    },
    lose(): void {
      for (const lose of open) lose();
      open.clear();
    },
  };
}

/**
 * Watches a copy. One that is stopped closes no connection, so that whatever it was asked waits until patience ends. It is
 * silence that gives it away, and then no word on whether it lives: one that is merely slow says so. What waits there and may be
 * sent again is given up, and so are streams of events, which begin anew elsewhere; what may not is withdrawn, and where the copy
 * has let it in goes on waiting, for it may be carried out yet.
 *
 * One that stops or starts says so to whoever asks. It is asked no more until it is ready: so that nobody asks it in the very
 * moment in which it shuts its door.
 */
export function watched(copy: ResilientTransport, options: WatchOptions): Watched {
  const { room, lives, isReady, withdraw, log, timers = systemTimers, now = () => performance.now() } = options;
  const [asked, streams] = [unanswered(now, noteDoor), openStreams(room)];
  let [isAway, isClosed, isAsking] = [false, false, false];

  function noteDoor(error: Error): void {
    isClosed ||= error instanceof TurnedAway;
  }
  function takeOut(): void {
    if (!isAway) log.warn({ room }, 'a copy of a room stands still, and is left out until it goes on');
    isAway = true;
    // Those as well that have come since, because no other copy took them.
    asked.giveUp(unavailable(`The room ${room} does not answer.`));
    withdraw?.();
    streams.lose();
  }
  function isSilent(): boolean {
    const silence = asked.silence();
    return (!asked.isEmpty() && silence >= SILENT) || (!streams.isEmpty() && silence >= QUIET);
  }
  async function lookAtDoor(): Promise<void> {
    if (!isClosed) return;
    isClosed = !(await isReady());
    if (!isClosed) log.info({ room }, 'a copy of a room lets requests in again');
  }
  async function lookForLife(): Promise<void> {
    if (!(isAway || isSilent())) return;
    const isAlive = await lives();
    if (isAlive) asked.hear();
    if (isAlive && isAway) log.info({ room }, 'a copy of a room goes on');
    if (isAlive) isAway = false;
    else takeOut();
  }
  async function look(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    await Promise.all([lookForLife(), lookAtDoor()]);
    isAsking = false;
  }
  const lookWell = () =>
    void look().catch((error: unknown) => log.error({ err: error, room }, 'a copy is not watched'));

  return {
    state: () => (isAway || isClosed ? 'open' : copy.state()),
    execute: (request) => asked.wait(copy.execute(request), request),
    async subscribe(request) {
      const answer = await asked.wait(copy.subscribe(request), request, (late) => {
        if (Symbol.asyncIterator in late) void late.return?.();
      });
      return Symbol.asyncIterator in answer ? streams.keep(answer) : answer;
    },
    stop: timers.every(LOOK, lookWell),
  };
}
