import { Departure, type Leaving } from '../../platform/kernel/leaving';

/** Work that several wait for at once, by a key that is equal for those who may share it. */
export type Flights<T> = {
  /**
   * Waits for the work of that key that is under way, or begins it. What it brings, or fails with, is everybody's; nothing is
   * kept once it is over. @param leaving aborted when whoever asks waits no longer: the others go on waiting, and with the
   * last one the work is aborted. @throws the reason of `leaving`
   */
  join(key: string, begin: (signal: Leaving) => Promise<T>, leaving?: Leaving): Promise<T>;
  /** From now on nobody joins what is under way: something may have changed since it began. */
  close(): void;
};

type Flight<T> = { readonly answer: Promise<T>; readonly departure: Departure; waiting: number };

export function flights<T>(): Flights<T> {
  const open = new Map<string, Flight<T>>();

  function close(key: string, flight: Flight<T>): void {
    if (open.get(key) === flight) open.delete(key);
  }

  function begun(key: string, begin: (signal: Leaving) => Promise<T>): Flight<T> {
    const departure = new Departure();
    const flight = { answer: begin(departure), departure, waiting: 0 };
    open.set(key, flight);
    flight.answer.then(
      () => close(key, flight),
      () => close(key, flight),
    );
    return flight;
  }

  function leave(key: string, flight: Flight<T>, { reason }: Leaving): void {
    if (--flight.waiting > 0) return;
    close(key, flight);
    flight.departure.abort(reason);
  }

  /** Waits until the answer is there or whoever waits leaves. */
  const wait = (key: string, flight: Flight<T>, leaving: Leaving): Promise<T> =>
    new Promise((resolve, reject) => {
      const listener = {
        handleEvent() {
          leave(key, flight, leaving);
          reject(leaving.reason as Error);
        },
      };
      leaving.addEventListener('abort', listener);
      flight.answer.then(
        (answer) => {
          leaving.removeEventListener('abort', listener);
          resolve(answer);
        },
        (error: unknown) => {
          leaving.removeEventListener('abort', listener);
          reject(error);
        },
      );
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
