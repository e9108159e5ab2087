/** A loop that works until nothing is left, then waits to be woken or for the next look. */
export type Worker = {
  wake(): void;
  /** Works until nothing is left, now. */
  drain(): Promise<void>;
  stop(): Promise<void>;
};

export type WorkerOptions = {
  /** Does one portion of work; answers whether there may be more. */
  work: () => Promise<boolean>;
  /** How long to wait, in milliseconds, before looking again without being woken. */
  interval: number;
  onError: (error: unknown) => void;
};

/** Starts a worker. An error ends one round, never the worker. */
export function startWorker({ work, interval, onError }: WorkerOptions): Worker {
  let stopped = false;
  let asked = false;
  let running: Promise<void> | null = null;

  async function round(): Promise<void> {
    try {
      do {
        asked = false;
        while (!stopped && (await work()));
      } while (asked && !stopped);
    } finally {
      // Here and not in a `finally` of the promise: whoever asks in the moment between would be heard by no round.
      running = null;
    }
  }
  async function run(): Promise<void> {
    asked = true;
    if (stopped) return;
    running ??= round();
    await running;
  }
  const runQuietly = () => void run().catch(onError);
  const timer = setInterval(runQuietly, interval);
  timer.unref();
  return {
    wake: () => void (stopped || runQuietly()),
    drain: run,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running?.catch(onError);
    },
  };
}
