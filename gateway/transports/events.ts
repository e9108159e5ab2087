import type { ExecutionResult } from 'graphql';
import { unavailable } from '../../platform/kernel/errors';
import { asErrors, asResult } from './answer';

type Stream = AsyncIterableIterator<ExecutionResult>;
type Step = IteratorResult<ExecutionResult, undefined>;
type Waiting = { resolve: (step: Step) => void; reject: (error: Error) => void };

const END: Step = { value: undefined, done: true };

/** Events that may wait for whoever reads them. */
const MAX_PENDING = 1_000;

/**
 * Events of a room on their way to a reader. The clients of both protocols have iterators of their own, but those keep all
 * that comes however slow the reader is, and one of them waits for ever when the connection fails before the first read.
 */
export function eventQueue(room: string, leave: () => void) {
  const pending: ExecutionResult[] = [];
  let waiting: Waiting | undefined;
  let ended = false;
  let failure: Error | undefined;

  const fail = (error: Error) => {
    if (ended) return;
    ended = true;
    if (waiting) waiting.reject(error);
    else failure = error;
  };
  const end = () => {
    ended = true;
    waiting?.resolve(END);
  };
  function push(event: ExecutionResult) {
    if (ended) return;
    if (waiting) waiting.resolve({ value: event, done: false });
    else if (pending.push(event) > MAX_PENDING) {
      fail(unavailable(`Events of the room ${room} come faster than they are taken.`));
      leave();
    }
    waiting = undefined;
  }

  const stream: Stream = {
    async next() {
      const event = pending.shift();
      if (event) return { value: event, done: false };
      if (failure) {
        const error = failure;
        failure = undefined;
        throw error;
      }
      return ended ? END : new Promise<Step>((resolve, reject) => (waiting = { resolve, reject }));
    },
    async return() {
      pending.length = 0;
      failure = undefined;
      end();
      leave();
      return END;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
  return { stream, push, fail, end };
}

/** What both protocols tell a listener. */
export type Sink = { next(value: unknown): void; error(error: unknown): void; complete(): void };

/** Hears a subscription. `onLost` tells the log why a connection failed; the reader only learns that it did. */
export function listen(room: string, leave: () => void, onLost: (error: unknown) => void) {
  const queue = eventQueue(room, leave);
  const lost = (error: unknown) => {
    onLost(error);
    queue.fail(unavailable(`The room ${room} does not answer.`));
  };
  const sink: Sink = {
    next(value) {
      const event = asResult(value);
      if (event) return queue.push(event);
      lost(new Error('It sent an event that is no GraphQL result.'));
      return leave();
    },
    // A list is the room's refusal of the operation; all else is a connection that ended.
    error(error) {
      if (!Array.isArray(error)) return lost(error);
      queue.push({ errors: asErrors(error) });
      return queue.end();
    },
    complete: queue.end,
  };
  return { stream: queue.stream, sink };
}
