import type { ExecutionResult } from 'graphql';
import { AgoraError, unavailable } from '../../../platform/kernel/errors';
import { asErrors, asResult } from '../http/answer';

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
  const waiting: Waiting[] = [];
  let ended = false;
  let failure: Error | undefined;

  const end = () => {
    ended = true;
    for (const { resolve } of waiting.splice(0)) resolve(END);
  };
  const fail = (error: Error) => {
    if (ended) return;
    const first = waiting.shift();
    if (first) first.reject(error);
    else failure = error;
    end();
  };
  function push(event: ExecutionResult) {
    if (ended) return;
    const first = waiting.shift();
    if (first) return first.resolve({ value: event, done: false });
    if (pending.push(event) <= MAX_PENDING) return;
    fail(unavailable(`Events of the room ${room} come faster than they are taken.`));
    leave();
  }

  const stream: Stream = {
    async next() {
      const event = pending.shift();
      if (event) return { value: event, done: false };
      if (!failure) return ended ? END : new Promise<Step>((resolve, reject) => waiting.push({ resolve, reject }));
      const error = failure;
      failure = undefined;
      throw error;
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

/** The connection ended under a subscription. It may begin anew. */
export class LostConnection extends AgoraError {
  /** @param wasOpen whether the room had surely taken the subscription on */
  constructor(
    room: string,
    readonly wasOpen: boolean,
  ) {
    super('UNAVAILABLE', `The room ${room} does not answer.`);
  }
}

/** Whether a room ends or refuses a subscription because it goes away itself. It may begin anew, there or elsewhere. */
export const isLeaving = (errors: readonly unknown[]): boolean =>
  errors.some((each) => (each as { extensions?: { code?: unknown } } | null)?.extensions?.code === 'UNAVAILABLE');

/** What both protocols tell a listener. */
export type Sink = { next(value: unknown): void; error(error: unknown): void; complete(): void };

/** A socket tells of its end by an event, in which the whole socket hangs. */
function asError(event: unknown): Error {
  if (event instanceof Error) return event;
  const { message, code, reason } = (event ?? {}) as { message?: string; code?: number; reason?: string };
  return new Error(message ?? `The connection closed with ${code ?? 'no code'}: ${reason || 'no reason'}`);
}

/**
 * Hears a subscription. `onLost` tells the log why a connection failed; the reader only learns that it did.
 * @param isOpen whether all that fails from here on had been taken on
 */
export function listen(room: string, leave: () => void, onLost: (error: Error) => void, isOpen: boolean) {
  const queue = eventQueue(room, leave);
  const lost = (error: unknown, told: Error = unavailable(`The room ${room} does not answer.`)) => {
    onLost(asError(error));
    queue.fail(told);
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
      if (!Array.isArray(error)) return lost(error, new LostConnection(room, isOpen));
      queue.push({ errors: asErrors(error) });
      return queue.end();
    },
    complete: queue.end,
  };
  return { stream: queue.stream, sink };
}
