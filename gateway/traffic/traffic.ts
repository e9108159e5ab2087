import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../../platform/kernel/clock';
import { systemTimers, type Timers } from '../../platform/kernel/timers';
import type { RegistryClient } from '../supergraph/registry/client';
import { knownClients, type Clients } from './clients';
import { counting, type Counting } from './counting';
import { handingIn } from './handingIn';
import { ledger } from './ledger';

/** In counts of one element by one client. Requests that could not be counted at all are lost, too. */
export type TrafficTally = { readonly sent: number; readonly lost: number; readonly pending: number };

/** Counts which client uses which element of the schema, and hands it in. Never keeps a value of a variable. */
export type Traffic = {
  readonly clientOf: Clients['of'];
  readonly note: Counting['note'];
  /** Hands in what was counted, as far as it is taken. */
  flush(): Promise<unknown>;
  tally(): TrafficTally;
  /** Hands in the rest. */
  stop(): Promise<void>;
};

export type TrafficOptions = {
  readonly client: Pick<RegistryClient, 'record'>;
  readonly clock: Clock;
  readonly timers?: Timers;
  readonly newId?: () => string;
  readonly log: Logger;
};

const EVERY = 10_000;
/** Milliseconds for the last of it, when the gateway stops. */
const LAST_PATIENCE = 3_000;

export function recordTraffic(options: TrafficOptions): Traffic {
  const { client, clock, timers = systemTimers, newId = randomUUID, log } = options;
  const [clients, counts, kept] = [knownClients(), counting(), ledger()];
  const tally = { sent: 0, lost: 0 };
  const stopping = new AbortController();
  let working: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let overflowed = 0;

  function onLost(count: number, reason: string): void {
    tally.lost += count;
    if (count > 0) log.warn({ count, lost: tally.lost, reason }, 'counts of the use of the schema are lost');
  }
  const onSent = (count: number) => void (tally.sent += count);
  const { run, underWay } = handingIn({ client, ledger: kept, newId, onSent, onLost, log });
  const pending = () => kept.size() + underWay();

  async function hand(signal: AbortSignal): Promise<void> {
    const day = clock.now().toISOString().slice(0, 10);
    await counts.take((who, coordinate, count) => kept.add(day, who, coordinate, count));
    clients.turn();
    const all = counts.dropped() + kept.dropped();
    onLost(all - overflowed, 'there were more than are kept');
    overflowed = all;
    await run(signal);
  }
  function flush(signal = stopping.signal): Promise<unknown> {
    waiting++;
    const failed = (error: unknown) => log.error({ err: error }, 'the use of the schema is not handed in');
    working = working
      .then(() => hand(signal))
      .catch(failed)
      .finally(() => waiting--);
    return working;
  }
  const rest = timers.every(EVERY, () => void (waiting === 0 && flush()));

  return {
    clientOf: clients.of,
    note: counts.note,
    flush: () => flush(),
    tally: () => ({ ...tally, pending: pending() }),
    async stop() {
      rest();
      // What is under way may wait for an answer that does not come; it is sent once more.
      stopping.abort();
      await flush(AbortSignal.timeout(LAST_PATIENCE));
      if (pending() > 0) log.warn({ counts: pending() }, 'the gateway stops before all use of the schema is handed in');
    },
  };
}
