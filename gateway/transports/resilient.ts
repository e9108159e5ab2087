import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import type { Logger } from 'pino';
import { AgoraError, unavailable } from '../../platform/kernel/errors';
import type { RoomRequest, Transport } from '../../platform/subgraph/transport';
import { NotAwaited, NotSent } from './failures';
import { isRepeatable } from './repeatable';
import { patience, TookTooLong } from './timed';

/** What a room that is far away may do to us. */
export type ResilienceSettings = {
  /** Milliseconds that one answer may take. */
  readonly timeout: number;
  /** Requests under way at once; as many again may wait. */
  readonly concurrent: number;
  /** Failures in a row after which the room is left alone. */
  readonly failures: number;
  /** Milliseconds for which it is. */
  readonly rest: number;
  /** How often what may be sent again is. */
  readonly retries: number;
  /** Milliseconds before the second time, about twice as long before each next. The first time is at once. */
  readonly pause: number;
};

export const RESILIENCE: ResilienceSettings = {
  timeout: 30_000,
  // Waiting for a connection counts; a page of many parts from many clients must fit.
  concurrent: 2_000,
  failures: 10,
  rest: 5_000,
  retries: 2,
  pause: 50,
};

/** It was not even tried: the room is left alone. */
export class LeftAlone extends NotSent {
  constructor(room: string) {
    super(room, `The room ${room} does not answer at the moment.`);
  }
}

/** Whether another attempt may help: not where none was made, and not where the first took all the time there is. */
const isWorthwhile = (error: unknown): boolean =>
  !(
    error instanceof BrokenCircuitError ||
    error instanceof BulkheadRejectedError ||
    error instanceof TookTooLong ||
    error instanceof NotAwaited
  );

const isFailure = (error: unknown): boolean => !(error instanceof NotAwaited);

const isUnsent = (error: unknown): boolean => error instanceof NotSent;

function told(room: string, error: unknown): unknown {
  if (error instanceof BrokenCircuitError) return new LeftAlone(room);
  if (error instanceof BulkheadRejectedError)
    return new NotSent(room, `The room ${room} has too much to do. Try again later.`);
  if (error instanceof TookTooLong) return unavailable(`The room ${room} took too long.`);
  return error instanceof AgoraError ? error : unavailable(`The room ${room} does not answer.`);
}

function policies({ concurrent, failures, rest, retries, pause }: ResilienceSettings, room: string, log: Logger) {
  const breaker = circuitBreaker(handleWhen(isFailure), {
    halfOpenAfter: rest,
    breaker: new ConsecutiveBreaker(failures),
  });
  breaker.onBreak(() => log.warn({ room, rest }, 'a room fails again and again, and is left alone for a while'));
  breaker.onReset(() => log.info({ room }, 'a room answers again'));
  const backoff = new ExponentialBackoff({ initialDelay: pause, maxDelay: 1_000 });
  const maxAttempts = retries - 1;
  return {
    breaker,
    limit: bulkhead(concurrent, concurrent),
    again: retry(handleWhen(isWorthwhile), { maxAttempts, backoff }),
    anew: retry(handleWhen(isUnsent), { maxAttempts, backoff }),
  };
}

/**
 * Runs what the circuit breaker lets through. While it is closed it has nothing to say, and learns from a failure, or from the
 * first success after one; it is not asked about the many in between.
 */
function guard(breaker: CircuitBreakerPolicy) {
  let isDoubtful = false;
  const isClosed = () => breaker.state === CircuitState.Closed;

  return async function guarded<T>(work: () => Promise<T>): Promise<T> {
    if (!isClosed()) return breaker.execute(work);
    try {
      const result = await work();
      if (isDoubtful && isClosed()) {
        isDoubtful = false;
        await breaker.execute(() => result);
      }
      return result;
    } catch (error) {
      if (!isFailure(error) || !isClosed()) throw error;
      isDoubtful = true;
      return breaker.execute<T>(() => {
        throw error;
      });
    }
  };
}

/** What a circuit breaker does: lets requests through, lets one try, or none. */
export type BreakerState = 'closed' | 'half-open' | 'open';

const STATES: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
};

/** A transport that says how its room does. */
export type ResilientTransport = Transport & { state(): BreakerState };

/**
 * The one place where a request is sent again. A room may close a connection in the very moment in which it is used: what
 * changes nothing may be asked twice, and a mutation that carries idempotency keys; any other only when it never left.
 *
 * A room over HTTP that may be slow, overloaded or gone: it takes only a part of us with it. Answers with errors are answers;
 * what counts as failure is no answer.
 */
export function resilient(
  transport: Transport,
  { room, log, ...given }: Partial<ResilienceSettings> & { readonly room: string; readonly log: Logger },
): ResilientTransport {
  const settings = { ...RESILIENCE, ...given };
  const { breaker, limit, again, anew } = policies(settings, room, log);
  const guarded = guard(breaker);
  const inTime = patience(settings.timeout);
  const attempt = (request: RoomRequest) => guarded(() => inTime(transport.execute(request)));

  async function persistently(request: RoomRequest) {
    try {
      return await attempt(request);
    } catch (error) {
      if (settings.retries === 0 || !isWorthwhile(error)) throw error;
      if (isRepeatable(request)) return again.execute(() => attempt(request));
      if (!isUnsent(error)) throw error;
      return anew.execute(() => attempt(request));
    }
  }

  return {
    state: () => STATES[breaker.state],
    async execute(request) {
      try {
        return await limit.execute(() => persistently(request));
      } catch (error) {
        throw told(room, error);
      }
    },
    async subscribe(request) {
      try {
        return await breaker.execute(() => transport.subscribe(request));
      } catch (error) {
        throw told(room, error);
      }
    },
  };
}
