import { setTimeout as pause } from 'node:timers/promises';

/** How the platform waits. Handed in, so that a test need not. Nothing that waits keeps the process alive. */
export type Timers = {
  /** Runs again and again, first after one interval. Answers what ends it. */
  every(milliseconds: number, run: () => void): () => void;
  /** Resolves after a while, or as soon as the signal is aborted. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
};

export const systemTimers: Timers = {
  every(milliseconds, run) {
    const timer = setInterval(run, milliseconds).unref();
    return () => clearInterval(timer);
  },
  pause: (milliseconds, signal) =>
    pause(milliseconds, undefined, { signal, ref: false }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    }),
};
