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

type Flight<T> = {
  /** Until it is there: the map's former tables hold on to flights for long after. (See timed.ts.) */
  answer?: Promise<T>;
  readonly departure: Departure;
  waiting: number;
};

export function flights<T>(): Flights<T> {
  const open = new Map<string, Flight<T>>();

  function close(key: string, flight: Flight<T>): void {
    if (open.get(key) === flight) open.delete(key);
  }

  function land(key: string, flight: Flight<T>): void {
    close(key, flight);
    flight.answer = undefined;
  }

  function begun(key: string, begin: (signal: Leaving) => Promise<T>): Flight<T> {
    const departure = new Departure();
    const answer = begin(departure);
    const flight: Flight<T> = { answer, departure, waiting: 0 };
    open.set(key, flight);
    answer.then(
      () => land(key, flight),
      () => land(key, flight),
    );
    return flight;
  }

  function leave(key: string, flight: Flight<T>, { reason }: Leaving): void {
    if (--flight.waiting > 0) return;
    close(key, flight);
    flight.departure.abort(reason);
  }

  /** Waits until the answer is there or whoever waits leaves. */
  const wait = (key: string, flight: Flight<T>, answer: Promise<T>, leaving: Leaving): Promise<T> =>
    new Promise((resolve, reject) => {
      const listener = {
        handleEvent() {
          leave(key, flight, leaving);
          reject(leaving.reason as Error);
        },
      };
      leaving.addEventListener('abort', listener);
      answer.then(
        (result) => {
          leaving.removeEventListener('abort', listener);
          resolve(result);
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
      const answer = flight.answer as Promise<T>;
      // Who cannot leave holds the work for ever.
      return leaving ? wait(key, flight, answer, leaving) : answer;
    },
    close: () => open.clear(),
  };
}
