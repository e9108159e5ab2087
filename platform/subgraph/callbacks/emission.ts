import type { Logger } from 'pino';
import { unavailable } from '../../kernel/errors';
import type { Timers } from '../../kernel/timers';
import type { Call, Message, Outcome } from './calls';
import { refusalOf } from './refusal';
import { leaveStream, nextOf, type Stream } from './stream';

export type EmissionOptions = {
  readonly stream: Stream;
  readonly call: Call;
  /** Milliseconds; 0 for none. */
  readonly heartbeat: number;
  readonly timers: Timers;
  readonly log: Logger;
};

/** A subscription whose events are on their way to a router. */
export type Emission = {
  /** Resolves when all is said. */
  readonly over: Promise<void>;
  /** Ends it from our side, and says so to the router. */
  stop(): void;
};

/** Milliseconds before each time that a message is sent again. */
const PAUSES = [100, 200, 400, 800, 1_600];
/** Signs of life in a row that did not arrive. */
const MOST_MISSED = 3;

const complete = (message: string): Message => ({ action: 'complete', errors: [unavailable(message).toJSON()] });
const STOPPED = complete('The room stops. Subscribe again.');
const NOT_DELIVERED = complete('An event could not be delivered.');

/** A message and those after it wait until the router has taken it, so that events come in order. */
function persistently(call: Call, { pause }: Timers, left: AbortSignal) {
  return async (message: Message): Promise<Outcome> => {
    let outcome = await call(message);
    for (const wait of PAUSES) {
      if (outcome.kind !== 'undelivered' || left.aborted) break;
      await pause(wait, left);
      if (!left.aborted) outcome = await call(message);
    }
    return outcome;
  };
}

/** Signs of life, one at a time, until one is refused or too many are lost. */
function beat(call: Call, { heartbeat, timers }: EmissionOptions, lost: (outcome: Outcome) => void): () => void {
  if (heartbeat === 0) return () => {};
  let missed = 0;
  let calling = false;
  async function sign(): Promise<void> {
    if (calling) return;
    calling = true;
    const outcome = await call({ action: 'check' });
    calling = false;
    missed = outcome.kind === 'undelivered' ? missed + 1 : 0;
    if (outcome.kind === 'refused' || missed === MOST_MISSED) lost(outcome);
  }
  return timers.every(heartbeat, () => void sign());
}

/**
 * Sends the events of a stream to a router until either ends. Each is sent at least once: one whose answer is lost comes again.
 * The next one is only taken from the stream when the router has the one before it.
 */
export function emit(options: EmissionOptions): Emission {
  const { stream, call, timers, log } = options;
  const leaving = new AbortController();
  const { signal: left } = leaving;
  const deliver = persistently(call, timers, left);
  let last: Message | undefined = { action: 'complete' };

  /** `message` is the last that the router hears; none where it does not want to hear. */
  function leave(message: Message | undefined): void {
    if (left.aborted) return;
    last = message;
    leaving.abort();
    leaveStream(stream, log);
  }
  function lose(outcome: Outcome): void {
    if (outcome.kind === 'undelivered') log.warn({ err: outcome.reason }, 'a router cannot be reached any more');
    else if (outcome.kind === 'refused' && outcome.status !== 404)
      log.warn({ status: outcome.status }, 'a router refuses the events that it asked for');
    leave(outcome.kind === 'undelivered' ? NOT_DELIVERED : undefined);
  }
  async function sendEvents(): Promise<void> {
    for (let step = await nextOf(stream, left); !step.done; step = await nextOf(stream, left)) {
      const outcome = await deliver({ action: 'next', payload: step.value });
      if (left.aborted) return;
      if (outcome.kind !== 'taken') return lose(outcome);
    }
  }
  async function run(): Promise<void> {
    const rest = beat(call, options, lose);
    await sendEvents().catch((error: unknown) => leave({ action: 'complete', errors: refusalOf(error, log).errors }));
    rest();
    if (last) await deliver(last);
  }
  return { over: run(), stop: () => leave(STOPPED) };
}
