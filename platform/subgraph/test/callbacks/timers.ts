import { EventEmitter, once } from 'node:events';
import type { Timers } from '../../../kernel/timers';

/** Time that passes when the test says so. */
export function manualTimers() {
  const beats = new Set<{ milliseconds: number; run: () => void }>();
  const pauses: { milliseconds: number; end: () => void }[] = [];
  const events = new EventEmitter();
  const timers: Timers = {
    every(milliseconds, run) {
      const beat = { milliseconds, run };
      beats.add(beat);
      return () => beats.delete(beat);
    },
    async pause(milliseconds, signal) {
      const ended = new Promise<void>((resolve) => {
        pauses.push({ milliseconds, end: resolve });
        signal.addEventListener('abort', () => resolve());
      });
      events.emit('pause');
      await ended;
    },
  };
  return {
    timers,
    intervals: () => [...beats].map(({ milliseconds }) => milliseconds),
    beat: () => beats.forEach(({ run }) => run()),
    /** Waits until something pauses, ends the pause and answers how long it was to be. */
    async passPause(): Promise<number> {
      if (pauses.length === 0) await once(events, 'pause');
      const { milliseconds, end } = pauses.shift() as (typeof pauses)[number];
      end();
      return milliseconds;
    },
    async pausing(): Promise<void> {
      if (pauses.length === 0) await once(events, 'pause');
    },
  };
}
