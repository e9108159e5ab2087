import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { RoomContext } from './context';

type LiveStream = AsyncIterableIterator<ExecutionResult>;

/** A context whose waiting ends when the client leaves: a generator that waits cannot be returned from outside. */
function endable(context: RoomContext): { context: RoomContext; end(): void } {
  const waiting = new Set<AsyncIterableIterator<void>>();
  let ended = false;
  const awaken: RoomContext['awaken'] = (topic) => {
    const wakes = context.awaken(topic);
    waiting.add(wakes);
    if (ended) void wakes.return?.();
    return wakes;
  };
  const end = () => {
    ended = true;
    for (const wakes of waiting) void wakes.return?.();
  };
  return { context: { ...context, awaken }, end };
}

/**
 * Opens a subscription. Each event is resolved in a context of its own, as a request is: loaders that lived longer would
 * answer from what they had read for an earlier event.
 */
export async function openStream(
  args: ExecutionArgs,
  contextFor: () => RoomContext,
): Promise<LiveStream | ExecutionResult> {
  const { context, end } = endable(contextFor());
  const source = await createSourceEventStream({ ...args, contextValue: context });
  if (!(Symbol.asyncIterator in source)) return source;
  const events = source[Symbol.asyncIterator]();
  const stream: LiveStream = {
    async next() {
      const event = await events.next();
      if (event.done) return { value: undefined, done: true };
      return { value: await execute({ ...args, rootValue: event.value, contextValue: contextFor() }), done: false };
    },
    async return() {
      end();
      await events.return?.();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
  return stream;
}
