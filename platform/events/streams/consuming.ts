import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { streamOf } from './entries';
import { hearing, type HearingOptions, type Read } from './hearing';
import { takeOver } from './takingOver';

/** Milliseconds. */
export type ConsumerTiming = {
  /** How long one read waits for something to come. */
  readonly wait: number;
  /** After which what another copy has taken and not done counts as left. */
  readonly idle: number;
  /** Between two looks for what was left. */
  readonly look: number;
  /** After which the name of a copy that was not heard of, and has left nothing, is forgotten. */
  readonly forgotten: number;
};
const TIMING: ConsumerTiming = { wait: 2_000, idle: 15_000, look: 5_000, forgotten: 3_600_000 };

export type ConsumerOptions = HearingOptions & {
  /** A connection of its own, on which it waits. */
  readonly waiting: Redis;
  /** This copy, by a name that stays when it starts again; copies of a room share what there is. */
  readonly consumer: string;
  readonly publishers: readonly string[];
  readonly timing?: Partial<ConsumerTiming>;
};

const BATCH = 200;
const AGAIN_AFTER = 1_000;
const PAUSE = 500;

/** A consumer group for the room, in each stream. */
async function makeGroups({ redis, room }: ConsumerOptions, streams: readonly string[]): Promise<void> {
  for (const stream of streams)
    await redis.xgroup('CREATE', stream, room, '0', 'MKSTREAM').catch((error: Error) => {
      if (!error.message.startsWith('BUSYGROUP')) throw error;
    });
}

/** One round after the other, until it is told to stop. */
function rounds(options: ConsumerOptions, streams: readonly string[], signal: AbortSignal) {
  const { redis, waiting, room, consumer, log } = options;
  const { wait, idle, look, forgotten } = { ...TIMING, ...options.timing };
  const { hear, giveUp } = hearing(options);
  /** Read, and not yet delivered because that failed. */
  let unheard: Read[] = [];
  let lookAt = 0;

  async function hearAll(reads: readonly Read[]): Promise<void> {
    for (const each of reads) {
      try {
        await hear(each);
      } catch (error) {
        log.error({ err: error, room, stream: each[0] }, 'events could not be taken in; they are tried again');
        unheard.push(each);
      }
    }
  }

  /** They are kept ours, without counting as another delivery: nobody has died of them. */
  async function hearAgain(): Promise<void> {
    const again = unheard;
    unheard = [];
    for (const [stream, entries] of again)
      await redis.xclaim(stream, room, consumer, 0, ...entries.map(([id]) => id), 'JUSTID');
    await hearAll(again);
  }

  async function lookForLeft(): Promise<void> {
    if (performance.now() < lookAt) return;
    const left = { redis, room, consumer, idle, forgotten, log };
    for (const stream of streams) await hearAll([await takeOver(left, stream, giveUp)]);
    lookAt = performance.now() + look;
  }

  return async function round(): Promise<void> {
    if (unheard.length > 0) await pause(AGAIN_AFTER, undefined, { signal }).then(hearAgain);
    await lookForLeft();
    const from = ['COUNT', BATCH, 'BLOCK', wait, 'STREAMS', ...streams, ...streams.map(() => '>')] as const;
    const answer = await waiting.xreadgroup('GROUP', room, consumer, ...(from as unknown as ReadArguments));
    await hearAll((answer ?? []) as Read[]);
  };
}
// ioredis has a type for each order of arguments, and none for a list of them.
type ReadArguments = ['COUNT', number, 'BLOCK', number, 'STREAMS', ...string[]];

/** A room that hears events from the streams of others, until it is stopped. */
export type Consumer = { stop(): Promise<void> };

export function startConsumer(options: ConsumerOptions): Consumer {
  const { waiting, room, publishers, log } = options;
  const streams = publishers.map(streamOf);
  const stopping = new AbortController();
  const { signal } = stopping;
  const round = rounds(options, streams, signal);

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        await makeGroups(options, streams);
        while (!signal.aborted) await round();
      } catch (error) {
        if (signal.aborted) return;
        // A Redis that came back empty knows no groups.
        if (!(error as Error).message.startsWith('NOGROUP')) log.warn({ err: error, room }, 'events cannot be read');
        await pause(PAUSE, undefined, { signal }).catch(() => {});
      }
    }
  }
  const running = run();
  return {
    async stop() {
      stopping.abort();
      waiting.disconnect();
      await running;
    },
  };
}
