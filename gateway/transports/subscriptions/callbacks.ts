import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { systemTimers, type Timers } from '../../../platform/kernel/timers';
import { isLeaving, LostConnection, type Sink } from './events';

/**
 * Where rooms call back with the events of subscriptions. (Apollo, "HTTP callback protocol for GraphQL subscriptions"; the
 * gateway is its Router.)
 */
export type Callbacks = {
  /** Awaits calls for a new subscription. `forget` ends it: the next call is answered with 404, which tells the room. */
  expect(room: string, sink: Sink): { readonly extension: object; forget(): void };
  serve(fastify: FastifyInstance): void;
};

export type CallbackOptions = {
  /** How the rooms reach this gateway. */
  readonly url: string;
  /** Bytes of the largest event. */
  readonly maxAnswer: number;
  /** Milliseconds between two signs of life of a room. */
  readonly heartbeat?: number;
  readonly timers?: Timers;
};

type Expected = { readonly room: string; readonly verifier: Buffer; readonly sink: Sink; heard(): void };
type Call = {
  readonly action?: unknown;
  readonly verifier?: unknown;
  readonly payload?: unknown;
  readonly errors?: unknown;
};

const HEARTBEAT = 5_000;
/** One sign may be late; two are a room that is gone. */
const MOST_MISSED = 2;
const VERSION = { 'subscription-protocol': 'callback/1.0' };

function isProven({ verifier }: Call, expected: Expected): boolean {
  const given = Buffer.from(typeof verifier === 'string' ? verifier : '');
  return given.length === expected.verifier.length && timingSafeEqual(given, expected.verifier);
}

/** Answers the status. */
function take({ action, payload, errors }: Call, { room, sink }: Expected): number {
  if (action === 'check') return 204;
  if (action === 'next') {
    sink.next(payload);
    return 200;
  }
  if (action !== 'complete') return 400;
  if (!Array.isArray(errors) || errors.length === 0) sink.complete();
  else sink.error(isLeaving(errors) ? new LostConnection(room, true) : errors);
  return 202;
}

export function callbacks({
  url,
  maxAnswer,
  heartbeat = HEARTBEAT,
  timers = systemTimers,
}: CallbackOptions): Callbacks {
  const open = new Map<string, Expected>();
  return {
    expect(room, sink) {
      const subscriptionId = randomUUID();
      const verifier = randomBytes(24).toString('base64url');
      let missed = 0;
      const rest = timers.every(heartbeat, () => {
        if (++missed > MOST_MISSED) sink.error(new LostConnection(room, true));
      });
      open.set(subscriptionId, { room, verifier: Buffer.from(verifier), sink, heard: () => void (missed = 0) });
      const callbackUrl = new URL(`/callback/${subscriptionId}`, url).href;
      return {
        extension: { callbackUrl, subscriptionId, verifier, heartbeatIntervalMs: heartbeat },
        forget() {
          rest();
          open.delete(subscriptionId);
        },
      };
    },
    serve(fastify) {
      fastify.post<{ Params: { id: string }; Body: Call | undefined }>(
        '/callback/:id',
        { bodyLimit: maxAnswer },
        async ({ params, body }, reply) => {
          const expected = open.get(params.id);
          const call = body ?? {};
          if (!expected || !isProven(call, expected)) return reply.code(404).headers(VERSION).send();
          expected.heard();
          return reply.code(take(call, expected)).headers(VERSION).send();
        },
      );
    },
  };
}
