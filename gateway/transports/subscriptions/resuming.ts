import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { AgoraError, unavailable } from '../../../platform/kernel/errors';
import type { RoomRequest, Transport } from '../../../platform/subgraph/transport';
import { beginsAtCursor, resumptionOf } from './cursor';
import { isLeaving, LostConnection } from './events';

export type ResumeSettings = {
  /** Milliseconds for which a room may be gone. */
  readonly patience: number;
  /** Milliseconds before the first attempt; twice as long before the next. */
  readonly pause: number;
  readonly longestPause: number;
};

export const RESUME: ResumeSettings = { patience: 60_000, pause: 250, longestPause: 5_000 };

export type ResumeOptions = {
  readonly room: string;
  /** Tells which field has a cursor argument. */
  readonly schema: GraphQLSchema;
  readonly log: Logger;
  readonly settings?: ResumeSettings;
};

type Stream = AsyncIterableIterator<ExecutionResult>;
type Step = IteratorResult<ExecutionResult, undefined>;
const END: Step = { value: undefined, done: true };

/** Milliseconds after which a stream without events counts as one that the room had taken on. */
const ESTABLISHED = 1_000;

/** When to try again, and when to give up. */
function attempts({ patience, pause, longestPause }: ResumeSettings) {
  let lostAt = 0;
  let next = pause;
  let begunAt = performance.now();
  let alive = false;
  return {
    heard: () => (alive = true),
    begin: () => (begunAt = performance.now()),
    /** How long to wait, or nothing when it was too long already, or never began. */
    lost(wasOpen: boolean): number | undefined {
      const at = performance.now();
      const hasLived = alive || at - begunAt > Math.max(ESTABLISHED, longestPause);
      // One that is taken on and lost again and again does not go on for ever.
      if (hasLived || (lostAt === 0 && wasOpen)) [lostAt, next] = [at, pause];
      else if (lostAt === 0) return undefined;
      alive = false;
      const wait = next * (0.5 + Math.random() / 2);
      next = Math.min(next * 2, longestPause);
      return at + wait - lostAt > patience ? undefined : wait;
    },
  };
}

/** A pause that can be cut short. */
function pauses() {
  let wake = () => {};
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      wake = resolve;
      setTimeout(resolve, milliseconds).unref();
    });
  return { pause, wake: () => wake() };
}

const isGone = (error: unknown): boolean => error instanceof AgoraError && error.extensions.code === 'UNAVAILABLE';

/** @throws UNAVAILABLE when it comes from a room that still starts, or whose database is away */
function refusalIn(answer: ExecutionResult): ExecutionResult {
  const [first] = answer.errors ?? [];
  if (first && isLeaving([first])) throw unavailable(first.message);
  return answer;
}

function resumed(first: Stream, request: RoomRequest, transport: Transport, options: ResumeOptions): Stream {
  const { room, schema, log, settings = RESUME } = options;
  const resumption = resumptionOf(request, schema);
  const tries = attempts(settings);
  let current: Stream | undefined = first;
  let cursor: unknown;
  let told = false;
  let left = false;
  const { pause, wake } = pauses();

  /** @throws what was lost, when nothing is to be done about it */
  async function pauseAfter(error: unknown): Promise<void> {
    if (left) return;
    const isLost = error instanceof LostConnection || (!current && isGone(error));
    const wait = isLost ? tries.lost(error instanceof LostConnection && error.wasOpen) : undefined;
    // Begun anew at the cursor that the client gave, all that it was told since would come twice.
    if (wait === undefined || (told && cursor === undefined && beginsAtCursor(request, schema))) throw error;
    void current?.return?.();
    current = undefined;
    await pause(wait);
  }

  /** Answers the next step of the stream that there is, or that can be had. */
  async function advance(): Promise<Step> {
    if (!current) {
      log.info({ room, fromCursor: cursor !== undefined }, 'a subscription that was lost begins anew');
      tries.begin();
      const asked = cursor === undefined ? request : (resumption?.after(cursor) ?? request);
      const answer = await transport.subscribe(asked);
      if (!(Symbol.asyncIterator in answer)) return { value: refusalIn(answer), done: false };
      current = answer;
      if (left) await answer.return?.();
    }
    return (await current.next()) as Step;
  }

  async function next(): Promise<Step> {
    while (!left) {
      try {
        const step = await advance();
        // A refusal is the last that is told.
        left ||= step.done === true || !current;
        if (step.done) return END;
        tries.heard();
        told = true;
        cursor = resumption?.cursorIn(step.value.data) ?? cursor;
        return step;
      } catch (error) {
        await pauseAfter(error);
      }
    }
    return END;
  }
  return {
    next,
    async return() {
      left = true;
      wake();
      await current?.return?.();
      return END;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/**
 * A subscription outlives its connection: it begins anew, behind the last cursor that it told. Where there is none, what the
 * room tells on its own is all there is: a state comes again, what happened in between does not.
 */
export function resuming(transport: Transport, options: ResumeOptions): Transport {
  return {
    execute: transport.execute,
    async subscribe(request) {
      const stream = await transport.subscribe(request);
      return Symbol.asyncIterator in stream ? resumed(stream, request, transport, options) : stream;
    },
  };
}
