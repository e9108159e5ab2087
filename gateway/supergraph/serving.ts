import { setImmediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Usage } from '../execution/usage';
import type { Counters } from '../protection/counters';
import type { Snapshot } from '../snapshot';
import type { LastGood } from './lastGood';
import type { SupergraphSource } from './source';

const MAX_HOT = 100;
/** Milliseconds of planning ahead: a new supergraph must not wait for ever. */
const MAX_PREPARATION = 5_000;

export type ServingOptions = {
  readonly source: SupergraphSource;
  /** @throws what a supergraph is refused with */
  readonly take: (sdl: string) => Promise<Snapshot>;
  readonly usage: Usage;
  readonly lastGood?: LastGood;
  /** Counts `swaps`, those that are `served` and those that are `refused`. */
  readonly counters?: Counters;
  readonly log: Logger;
};

/** Which snapshot is served now. It changes between two requests, never within one. */
export type Serving = {
  current(): Snapshot;
  /** Answers whether the supergraph could be taken. If not, all stays as it is. */
  swap(sdl: string): Promise<boolean>;
  stop(): Promise<void>;
};

/** Makes a snapshot ready for what is asked most. Others are served in between. */
async function prepare(snapshot: Snapshot, { usage, log }: ServingOptions): Promise<void> {
  const until = performance.now() + MAX_PREPARATION;
  let broken = 0;
  for (const used of usage.hottest(MAX_HOT)) {
    if (performance.now() > until) break;
    if (!snapshot.prepare(used)) broken++;
    await setImmediate();
  }
  if (broken > 0) log.warn({ broken }, 'operations that clients send no longer fit the new supergraph');
  usage.fade();
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function first({ source, take, lastGood, log }: ServingOptions): Promise<Snapshot> {
  try {
    const sdl = await source.read();
    const snapshot = await take(sdl);
    await lastGood?.keep(sdl);
    return snapshot;
  } catch (error) {
    const kept = await lastGood?.read();
    if (!kept) throw error;
    log.error(
      { reason: reason(error) },
      `the supergraph of ${source.name} cannot be served; the last good one is instead`,
    );
    return take(kept);
  }
}

/** Serves what the source says, as long as it can be served. @throws when there is nothing to begin with */
export async function serve(options: ServingOptions): Promise<Serving> {
  const { source, take, lastGood, counters, log } = options;
  let current = await first(options);
  let working: Promise<unknown> = Promise.resolve();
  let newest = '';

  async function change(sdl: string): Promise<boolean> {
    try {
      const next = await take(sdl);
      await prepare(next, options);
      current = next;
    } catch (error) {
      counters?.add('swaps', 'refused');
      log.error({ reason: reason(error) }, `the new supergraph of ${source.name} is refused; the last good one stays`);
      return false;
    }
    counters?.add('swaps', 'served');
    log.info(`the new supergraph of ${source.name} is served`);
    await lastGood?.keep(sdl);
    return true;
  }

  // One after the other; of those that come while one is made ready, the newest is the one that counts.
  function swap(sdl: string): Promise<boolean> {
    newest = sdl;
    const swapped = working.then(() => sdl === newest && change(sdl));
    working = swapped;
    return swapped;
  }

  const unwatch = source.watch?.((sdl) => void swap(sdl));
  return {
    current: () => current,
    swap,
    async stop() {
      unwatch?.();
      await working;
      await current.stop();
    },
  };
}
