import type { ExecutionResult } from 'graphql';
import type { LiveResult } from './executor';

type Step = IteratorResult<ExecutionResult, void>;
const END: Step = { value: undefined, done: true };

export type LiveMap = {
  readonly map: (event: ExecutionResult) => Promise<ExecutionResult>;
  /** What a stream that fails says last; without it the failure is thrown. */
  readonly onFailure?: (error: unknown) => ExecutionResult;
};

/**
 * Maps a stream, one event after the other. Unlike an async generator, it obeys `return` at once, also while it waits for an
 * event: a client that leaves must not hold the room's subscription until something happens.
 */
export function mapLive(source: AsyncIterableIterator<ExecutionResult>, { map, onFailure }: LiveMap): LiveResult {
  let ended = false;
  let stopWaiting = (_end: Step) => {};

  async function leave(): Promise<Step> {
    const first = !ended;
    ended = true;
    stopWaiting(END);
    if (first) await source.return?.();
    return END;
  }

  async function advance(): Promise<Step> {
    try {
      const event = await source.next();
      if (ended) return END;
      if (!event.done) return { value: await map(event.value), done: false };
      ended = true;
      return END;
    } catch (error) {
      stopWaiting = () => {};
      await leave();
      if (!onFailure) throw error;
      return { value: onFailure(error), done: false };
    }
  }

  return {
    next: () =>
      ended
        ? Promise.resolve(END)
        : new Promise((resolve, reject) => {
            stopWaiting = resolve;
            advance().then(resolve, reject);
          }),
    return: leave,
    async throw(error) {
      await leave();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => void (await leave()),
  };
}
