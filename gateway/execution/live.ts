import type { ExecutionResult } from 'graphql';
import type { LiveResult } from './executor';

/**
 * Maps a stream, one event after the other. Unlike an async generator, it passes `return` on at once, also while it waits
 * for an event: a client that leaves must not hold the room's subscription until something happens.
 */
export function mapLive(
  source: AsyncIterableIterator<ExecutionResult>,
  map: (event: ExecutionResult) => Promise<ExecutionResult>,
  onEnd?: () => void,
): LiveResult {
  let ended = false;
  const end = () => {
    if (!ended) onEnd?.();
    ended = true;
    return { value: undefined, done: true } as const;
  };
  const leave = async () => {
    await source.return?.();
    return end();
  };
  return {
    async next() {
      if (ended) return end();
      try {
        const event = await source.next();
        if (event.done || ended) return end();
        return { value: await map(event.value), done: false };
      } catch (error) {
        await leave();
        throw error;
      }
    },
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
