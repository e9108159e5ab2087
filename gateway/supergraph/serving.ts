import { setImmediate } from 'node:timers/promises';
import { systemTimers, type Timers } from '../../platform/kernel/timers';
import type { Usage } from '../execution/usage';
import type { Counters } from '../protection/counters';
import type { Snapshot } from '../snapshot';
import { SLICES } from './answered';
import { beginning, liveFrom, nameOf, reasonOf, type BeginningOptions, type Live } from './beginning';
import { trials, type Failed, type RollbackLimits } from './rollback';
import type { Edition, SourceKind } from './source';
import { isKnown, newestOf, refusalAfter } from './succession';

const MAX_HOT = 100;
/** Milliseconds of planning ahead: a new supergraph must not wait for ever. */
const MAX_PREPARATION = 5_000;

export type ServingOptions = BeginningOptions & {
  readonly usage: Usage;
  /** When a new supergraph is gone back from; never if not given. */
  readonly rollback?: RollbackLimits;
  /** Counts `swaps`, those that are `served`, `refused` and `rolled_back`. */
  readonly counters?: Counters;
  readonly timers?: Timers;
};

/** What is served, as health and metrics tell it. */
export type Served = {
  readonly source: SourceKind;
  /** The same for the same text. */
  readonly id: string;
  readonly version?: string;
  readonly release?: number;
};

/** Which snapshot is served now. It changes between two requests, never within one. */
export type Serving = {
  current(): Snapshot;
  served(): Served;
  /** Answers whether the supergraph could be taken. If not, all stays as it is. */
  swap(edition: Edition): Promise<boolean>;
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

/** Counts what became of an edition, and tells it. */
function chronicle({ source: { name }, counters, log }: ServingOptions) {
  return {
    served(edition: Edition): void {
      counters?.add('swaps', 'served');
      log.info(nameOf(edition), `the new supergraph of ${name} is served`);
    },
    refused(edition: Edition, error: unknown): void {
      counters?.add('swaps', 'refused');
      const about = { ...nameOf(edition), reason: reasonOf(error) };
      log.error(about, `the new supergraph of ${name} is refused; the last good one stays`);
    },
    rolledBack(edition: Edition, { previous, after, before }: Failed<Live>): void {
      counters?.add('swaps', 'rolled_back');
      const about = { ...nameOf(edition), after, before, again: nameOf(previous.edition) };
      log.error(about, `the new supergraph of ${name} makes too many answers fail; the one before is served again`);
    },
  };
}

/** Serves what the source says, as long as it can be served. @throws when there is nothing to begin with */
export async function serve(options: ServingOptions): Promise<Serving> {
  const { source, take, lastGood, rollback, timers = systemTimers } = options;
  const tell = chronicle(options);
  let { live, newest } = await beginning(options);
  let working: Promise<unknown> = Promise.resolve();
  let last: Edition | undefined;
  const trial = rollback && trials(rollback, timers, goBack);
  const rest = rollback && timers.every(rollback.within / SLICES, () => live.answered.turn());

  function goBack(failure: Failed<Live>): void {
    const { edition } = live;
    live = failure.previous;
    tell.rolledBack(edition, failure);
    const kept = { edition: live.edition, refused: edition.delivery?.release };
    working = working.then(() => lastGood?.keep(kept));
  }

  /** @throws what it is refused with */
  async function bring(edition: Edition): Promise<void> {
    const refusal = refusalAfter(edition, newest);
    if (refusal !== null) throw new Error(refusal);
    const next = await liveFrom(edition, take);
    await prepare(next.snapshot, options);
    trial?.begin(next, live);
    live = next;
    newest = newestOf(next) ?? newest;
  }

  async function change(edition: Edition): Promise<boolean> {
    if (isKnown(edition, newest)) return edition.sdl === live.edition.sdl;
    try {
      await bring(edition);
    } catch (error) {
      tell.refused(edition, error);
      return false;
    }
    tell.served(edition);
    await lastGood?.keep({ edition });
    return true;
  }

  // One after the other; of those that come while one is made ready, the newest is the one that counts.
  function swap(edition: Edition): Promise<boolean> {
    last = edition;
    const swapped = working.then(() => edition === last && change(edition));
    working = swapped;
    return swapped;
  }

  const unwatch = source.watch?.((edition) => void swap(edition));
  return {
    current: () => live.snapshot,
    served: () => ({ source: source.kind, id: live.snapshot.id, ...nameOf(live.edition) }),
    swap,
    async stop() {
      unwatch?.();
      rest?.();
      await working;
      trial?.end();
      await live.snapshot.stop();
    },
  };
}
