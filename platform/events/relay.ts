import { setTimeout as pause } from 'node:timers/promises';
import { ALL_TENANTS, type RoomDatabase } from '../data/database';
import type { PlatformTables } from '../data/tables';
import type { Bus } from './bus';
import { forget, leftovers, type Outgoing } from './outbox';
import { startWorker } from './worker';

const BATCH = 200;

// Long enough that the events of several requests are forgotten at once; whoever dies in between has them handled again,
// which has no effect.
const FORGET_AFTER = 20;

/** Publishes what stands in a room's outbox. */
export type Relay = {
  /** Publishes events whose transaction has just committed. */
  send(events: readonly Outgoing[]): void;
  /** Publishes until nothing is left, now. */
  drain(): Promise<void>;
  stop(): Promise<void>;
};

export type RelayOptions = {
  database: RoomDatabase;
  tables: PlatformTables;
  bus: Bus;
  onError: (error: unknown) => void;
};

/** Collects for a moment what is to be done for a tenant, and does it at once. Resolved when it is done. */
function inPortions(work: (tenant: string, positions: number[]) => Promise<unknown>) {
  const portions = new Map<string, { positions: number[]; done: Promise<unknown> }>();
  return async (tenant: string, positions: readonly number[]): Promise<void> => {
    const known = portions.get(tenant);
    known?.positions.push(...positions);
    if (known) return void (await known.done);
    const portion = { positions: [...positions], done: pause<unknown>(FORGET_AFTER) };
    portion.done = portion.done.then(() => {
      portions.delete(tenant);
      return work(tenant, portion.positions);
    });
    portions.set(tenant, portion);
    await portion.done;
  };
}

/**
 * Starts a room's relay. Events are published from memory as soon as they are true, and leave the outbox when every
 * listener has taken them in; what a process left behind when it ended, or could not deliver, is found by looking.
 */
export function startRelay({ database, tables, bus, onError }: RelayOptions): Relay {
  const underway = new Map<number, Promise<void>>();
  const forgetSoon = inPortions((tenant, positions) => forget(database.forEvents(tenant), tables, positions));
  let stopped = false;

  async function deliver(outgoing: readonly Outgoing[], tenant: string): Promise<void> {
    await bus.publish(outgoing.map(({ event }) => event));
    await forgetSoon(
      tenant,
      outgoing.map(({ position }) => position),
    );
  }
  function send(outgoing: readonly Outgoing[]): void {
    const [first] = outgoing;
    if (!first || stopped) return;
    const delivery = deliver(outgoing, first.event.tenant)
      .catch(onError)
      .finally(() => outgoing.forEach(({ position }) => underway.delete(position)));
    for (const { position } of outgoing) underway.set(position, delivery);
  }
  async function sendLeftovers(): Promise<boolean> {
    const db = database.forEvents(ALL_TENANTS);
    const left = await leftovers(db, tables, [...underway.keys()], BATCH);
    if (left.length === 0) return false;
    await bus.publish(left.map(({ event }) => event));
    await forget(
      db,
      tables,
      left.map(({ position }) => position),
    );
    return left.length === BATCH;
  }

  const worker = startWorker({ work: sendLeftovers, interval: 5000, onError });
  worker.wake();
  const delivered = () => Promise.all(underway.values());
  return {
    send,
    async drain() {
      await delivered();
      await worker.drain();
    },
    async stop() {
      stopped = true;
      await worker.stop();
      await delivered();
    },
  };
}
