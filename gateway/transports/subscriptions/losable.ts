import type { ExecutionResult } from 'graphql';
import { LostConnection } from './events';

type Stream = AsyncIterableIterator<ExecutionResult>;
type Step = IteratorResult<ExecutionResult>;

/** A stream that can be given up before its connection ends: its reader learns that it is lost. @param over when it has ended */
export function losable(stream: Stream, room: string, over: () => void): { readonly stream: Stream; lose(): void } {
  let lost: LostConnection | undefined;
  let tell = (_lost: LostConnection) => {};
  const watched: Stream = {
    // A race with a promise that lasts as long as the stream would keep every event of it.
    next: () =>
      new Promise<Step>((resolve, reject) => {
        if (lost) return reject(lost);
        tell = reject;
        stream.next().then((step: Step) => {
          if (step.done) over();
          resolve(step);
        }, reject);
      }),
    async return() {
      over();
      await stream.return?.();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]: () => watched,
  };
  return {
    stream: watched,
    lose() {
      lost = new LostConnection(room, true);
      tell(lost);
    },
  };
}
