import type { Logger } from 'pino';
import { unavailable } from '../../platform/kernel/errors';
import { systemTimers, type Timers } from '../../platform/kernel/timers';
import type { RoomRequest } from '../../platform/subgraph/transport';
import { isRepeatable } from './repeatable';
import type { ResilientTransport } from './resilient';

/** Milliseconds between two looks. */
const LOOK = 250;
/** Milliseconds without an answer, while some are waited for, after which a copy is asked whether it lives. */
const SILENT = 1_000;

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
 * sent again is given up; what may not goes on waiting, for it may be carried out yet.
 */
export function watched(copy: ResilientTransport, options: WatchOptions): Watched {
  const { room, lives, log, timers = systemTimers, now = () => performance.now() } = options;
  const waiting = new Set<Waiting>();
  let [heardAt, isAway, isAsking] = [0, false, false];

  function takeOut(): void {
    isAway = true;
    log.warn({ room }, 'a copy of a room stands still, and is left out until it goes on');
    for (const { request, isSubscription, giveUp } of waiting)
      if (isSubscription || isRepeatable(request)) giveUp(unavailable(`The room ${room} does not answer.`));
  }

  async function look(): Promise<void> {
    const isSilent = waiting.size > 0 && now() - heardAt >= SILENT;
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

  const stop = timers.every(LOOK, () => void look());
  return {
    state: () => (isAway ? 'open' : copy.state()),
    execute: (request) => wait(copy.execute(request), request),
    subscribe: (request) =>
      wait(copy.subscribe(request), request, (late) => {
        if (Symbol.asyncIterator in late) void late.return?.();
      }),
    stop,
  };
}
