import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { unavailable } from '../../platform/kernel/errors';
import { systemTimers, type Timers } from '../../platform/kernel/timers';
import type { RoomRequest } from '../../platform/subgraph/transport';
import { losable } from './losable';
import { isRepeatable } from './repeatable';
import type { ResilientTransport } from './resilient';

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
  readonly log: Logger;
  readonly timers?: Timers;
  /** Milliseconds. */
  readonly now?: () => number;
};

/** A copy of a room that is taken out when it stands still, and is asked again when it goes on. */
export type Watched = ResilientTransport & { stop(): void };

type Waiting = { readonly request: RoomRequest; readonly isSubscription: boolean; giveUp: (error: Error) => void };

/**
 * Watches a copy. One that is stopped closes no connection, so that whatever it was asked waits until patience ends. It is
 * silence that gives it away, and then no word on whether it lives: one that is merely slow says so. What waits there and may be
 * sent again is given up, and so are streams of events, which begin anew elsewhere; what may not goes on waiting, for it may be
 * carried out yet.
 */
export function watched(copy: ResilientTransport, options: WatchOptions): Watched {
  const { room, lives, log, timers = systemTimers, now = () => performance.now() } = options;
  const waiting = new Set<Waiting>();
  const streams = new Set<() => void>();
  let [heardAt, isAway, isAsking] = [0, false, false];

  function takeOut(): void {
    isAway = true;
    log.warn({ room }, 'a copy of a room stands still, and is left out until it goes on');
    for (const { request, isSubscription, giveUp } of waiting)
      if (isSubscription || isRepeatable(request)) giveUp(unavailable(`The room ${room} does not answer.`));
    for (const lose of streams) lose();
    streams.clear();
  }

  async function look(): Promise<void> {
    const silence = now() - heardAt;
    const isSilent = (waiting.size > 0 && silence >= SILENT) || (streams.size > 0 && silence >= QUIET);
    if (isAsking || !(isSilent || isAway)) return;
    isAsking = true;
    const isAlive = await lives();
    isAsking = false;
    if (isAlive) heardAt = now();
    if (isAlive && isAway) log.info({ room }, 'a copy of a room goes on');
    if (isAlive) isAway = false;
    else if (!isAway) takeOut();
  }

  function wait<T>(work: Promise<T>, request: RoomRequest, late?: (answer: T) => void): Promise<T> {
    if (waiting.size === 0) heardAt = now();
    return new Promise((resolve, reject) => {
      const each: Waiting = { request, isSubscription: late !== undefined, giveUp };
      waiting.add(each);
      function giveUp(error: Error): void {
        waiting.delete(each);
        reject(error);
      }
      const heard = (): boolean => {
        heardAt = now();
        return waiting.delete(each);
      };
      work.then(
        (answer) => (heard() ? resolve(answer) : late?.(answer)),
        (error: Error) => (heard(), reject(error)),
      );
    });
  }

  function watchStream(stream: AsyncIterableIterator<ExecutionResult>) {
    const watched = losable(stream, room, () => streams.delete(watched.lose));
    streams.add(watched.lose);
    return watched.stream;
  }

  const stop = timers.every(LOOK, () => void look());
  return {
    state: () => (isAway ? 'open' : copy.state()),
    execute: (request) => wait(copy.execute(request), request),
    async subscribe(request) {
      const answer = await wait(copy.subscribe(request), request, (late) => {
        if (Symbol.asyncIterator in late) void late.return?.();
      });
      return Symbol.asyncIterator in answer ? watchStream(answer) : answer;
    },
    stop,
  };
}
