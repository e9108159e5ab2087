/** Work that several wait for at once, by a key that is equal for those who may share it. */
export type Flights<T> = {
  /**
   * Waits for the work of that key that is under way, or begins it. What it brings, or fails with, is everybody's; nothing is
   * kept once it is over. @param leaving aborted when whoever asks waits no longer: the others go on waiting, and with the
   * last one the work is aborted. @throws the reason of `leaving`
   */
  join(key: string, begin: (signal: AbortSignal) => Promise<T>, leaving?: AbortSignal): Promise<T>;
  /** From now on nobody joins what is under way: something may have changed since it began. */
  close(): void;
};

type Flight<T> = { readonly answer: Promise<T>; readonly abort: AbortController; waiting: number };

export function flights<T>(): Flights<T> {
  const open = new Map<string, Flight<T>>();

  function close(key: string, flight: Flight<T>): void {
    if (open.get(key) === flight) open.delete(key);
  }

  function begun(key: string, begin: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const abort = new AbortController();
    const flight = { answer: begin(abort.signal), abort, waiting: 0 };
    open.set(key, flight);
    const land = () => close(key, flight);
    flight.answer.then(land, land);
    return flight;
  }

  /** Waits until the answer is there or whoever waits leaves. */
  const wait = (key: string, flight: Flight<T>, leaving: AbortSignal): Promise<T> =>
    new Promise((resolve, reject) => {
      function leave() {
        if (--flight.waiting === 0) {
          close(key, flight);
          flight.abort.abort(leaving.reason);
        }
        reject(leaving.reason as Error);
      }
      leaving.addEventListener('abort', leave, { once: true });
      const stay = () => leaving.removeEventListener('abort', leave);
      flight.answer.then(resolve, reject).finally(stay);
    });

  return {
    async join(key, begin, leaving) {
      leaving?.throwIfAborted();
      const flight = open.get(key) ?? begun(key, begin);
      flight.waiting++;
      // Who cannot leave holds the work for ever.
      return leaving ? wait(key, flight, leaving) : flight.answer;
    },
    close: () => open.clear(),
  };
}
