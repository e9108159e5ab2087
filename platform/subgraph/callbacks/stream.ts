import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';

export type Stream = AsyncIterableIterator<ExecutionResult>;
type Step = IteratorResult<ExecutionResult, undefined>;

/** The next event; or the end as soon as we leave, for not every stream that waits can be woken. */
export function nextOf(stream: Stream, left: AbortSignal): Promise<Step> {
  return new Promise((resolve, reject) => {
    const end = () => resolve({ value: undefined, done: true });
    left.addEventListener('abort', end, { once: true });
    stream
      .next()
      .finally(() => left.removeEventListener('abort', end))
      .then(resolve, reject);
  });
}

/** Nobody waits until the room has heard of it. */
export function leaveStream(stream: Stream, log: Logger): void {
  stream.return?.().catch((error: unknown) => log.warn({ err: error }, 'a stream could not be left'));
}
