import { setTimeout as delay } from 'node:timers/promises';
import type { ExecutionResult } from 'graphql';
import { forbidden } from '../../../platform/kernel/errors';
import type { LiveResult } from '../../execution/executor';
import { eventOf, type LiveEvent } from './event';

/** One client of a source. */
export type Listener = {
  next(event: LiveEvent): void;
  /** The stream is over, for the errors where there are any. Called once, and not after leaving. */
  end(errors?: ExecutionResult['errors']): void;
  /** While it takes less than it is sent: resolves when that is over. */
  relief(): Promise<void> | undefined;
};

/** One subscription at a room, and everybody who hears it. */
export type Source = {
  readonly listeners: Set<Listener>;
  /** The newest event, written. */
  readonly last: string | undefined;
  /** How many events there were. */
  readonly count: number;
  /** To be called when the first listener is there: the stream may have its first event at hand. */
  start(): void;
  /** Ends the subscription at the room at once, and tells nobody. */
  close(): void;
};

export type SourceOptions = {
  readonly stream: LiveResult;
  readonly isAllowed: () => Promise<boolean>;
  /** Whether each event makes those before it needless. */
  readonly isState: boolean;
  /** After each event has been handed to everybody. */
  readonly onEvent: (source: Source) => void;
  readonly onEnd: (source: Source) => void;
};

/** A state does not wait for the slow: they get the newest when they can. */
const PAUSE = 100;

/** Waits while nobody can take more: whoever cannot is slow, and whoever can is not held up. */
async function reliefOf(listeners: Iterable<Listener>, isState: boolean): Promise<void> {
  const waits: Promise<void>[] = [];
  for (const listener of listeners) {
    const relief = listener.relief();
    if (!relief) return;
    waits.push(relief);
  }
  if (waits.length === 0) return;
  if (!isState) return Promise.race(waits);
  const pause = new AbortController();
  await Promise.race([...waits, delay(PAUSE, undefined, { signal: pause.signal, ref: false }).catch(() => {})]);
  pause.abort();
}

export function openSource({ stream, isAllowed, isState, onEvent, onEnd }: SourceOptions): Source {
  const listeners = new Set<Listener>();
  let closed = false;
  let started = false;
  function start(): void {
    if (!started) void run().catch(() => end());
    started = true;
  }
  const source = { listeners, last: undefined as string | undefined, count: 0, start, close };

  function close(): void {
    closed = true;
    listeners.clear();
    void stream.return();
  }
  function end(errors?: ExecutionResult['errors']): void {
    if (closed) return;
    onEnd(source);
    const all = [...listeners];
    close();
    for (const listener of all) listener.end(errors);
  }
  function deliver(result: ExecutionResult): void {
    const event = eventOf(result, isState);
    source.last = event.text;
    source.count++;
    for (const listener of listeners) listener.next(event);
    onEvent(source);
  }
  async function run(): Promise<void> {
    for (;;) {
      const { value, done } = await stream.next();
      if (closed) return;
      if (done) return end();
      // What may be seen is decided for every event anew: a policy may answer otherwise by now.
      if (!(await isAllowed().catch(() => false))) return end([forbidden()]);
      if (closed) return;
      deliver(value);
      await reliefOf(listeners, isState);
    }
  }
  return source;
}
