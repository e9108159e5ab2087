import { backlog } from './backlog';
import type { SlowLimits } from './limits';
import { newTally, type Tally } from './tally';

/** The way to a client that writes by itself. */
export type Wire = {
  /** Bytes that were written and have not left yet. */
  buffered(): number;
  /** Calls `sent` when the text has left, or when it never will. */
  write(text: string, sent: () => void): void;
};

/** Everything that one client is sent. It never holds more than the limits say, however slow the client is. */
export type Outbox = {
  /** @param isState whether the newest of this key makes those before it needless */
  send(key: string, text: string, isState?: boolean): void;
  /** While the client is slow: resolves when it no longer is, or is gone. */
  relief(): Promise<void> | undefined;
  /** Forgets what waits. */
  close(): void;
};

/** @param tooSlow is called once, when the client is beyond bearing */
export function outbox(wire: Wire, limits: SlowLimits, tooSlow: () => void, tally: Tally = newTally()): Outbox {
  const waiting = backlog(limits.waiting, () => tally.coalesced++);
  let closed = false;
  let overdue: NodeJS.Timeout | undefined;
  let relief: { promise: Promise<void>; resolve: () => void } | undefined;

  function relieve(): void {
    clearTimeout(overdue);
    overdue = undefined;
    relief?.resolve();
    relief = undefined;
  }
  function close(): void {
    closed = true;
    waiting.clear();
    relieve();
  }
  function giveUp(): void {
    if (closed) return;
    close();
    tally.tooSlow++;
    tooSlow();
  }
  function sent(): void {
    if (closed || waiting.isEmpty()) return;
    while (!waiting.isEmpty() && wire.buffered() < limits.buffer) wire.write(waiting.take() as string, sent);
    if (waiting.isEmpty()) relieve();
  }

  return {
    send(key, text, isState = false) {
      if (closed) return;
      if (waiting.isEmpty() && wire.buffered() < limits.buffer) return wire.write(text, sent);
      // What is on its way calls `sent` when it has left: nothing waits for ever.
      if (!waiting.add(key, text, isState)) return giveUp();
      overdue ??= setTimeout(giveUp, limits.patience).unref();
    },
    relief() {
      if (closed || waiting.isEmpty()) return undefined;
      if (!relief) {
        let resolve = () => {};
        const promise = new Promise<void>((done) => (resolve = done));
        relief = { promise, resolve };
      }
      return relief.promise;
    },
    close,
  };
}
