import { ALL_TENANTS } from '../data/database';
import type { Bus } from './bus';
import type { EventMessage } from './event';
import type { Outbox } from './outbox';
import { startWorker } from './worker';

const BATCH = 200;

// Long enough that the events of several requests are forgotten at once; whoever dies in between has them handled again,
// which has no effect.
const FORGET_AFTER = 50;

/** Publishes what stands in a room's outbox. */
export type Relay = {
  /** Publishes events whose transaction has just committed. */
  send(events: readonly EventMessage[]): void;
  /** Publishes until nothing is left, now. */
  drain(): Promise<void>;
  stop(): Promise<void>;
};

export type RelayOptions = {
  outbox: Outbox;
  bus: Bus;
  onError: (error: unknown) => void;
};

const pause = (milliseconds: number) => new Promise<unknown>((resolve) => setTimeout(resolve, milliseconds));

const idsOf = (events: readonly EventMessage[]) => events.map(({ id }) => id);

/** Collects for a moment what is to be done for a tenant, and does it at once. Resolved when it is done. */
function inPortions(work: (tenant: string, ids: string[]) => Promise<unknown>) {
  const portions = new Map<string, { ids: string[]; done: Promise<unknown> }>();
  return async (tenant: string, ids: readonly string[]): Promise<void> => {
    const known = portions.get(tenant);
    known?.ids.push(...ids);
    if (known) return void (await known.done);
    const portion = { ids: [...ids], done: pause(FORGET_AFTER) };
    portion.done = portion.done.then(() => {
      portions.delete(tenant);
      return work(tenant, portion.ids);
    });
    portions.set(tenant, portion);
    await portion.done;
  };
}

/**
 * Starts a room's relay. Events are published from memory as soon as they are true, and leave the outbox when every
 * listener has taken them in; what a process left behind when it ended, or could not deliver, is found by looking.
 */
export function startRelay({ outbox, bus, onError }: RelayOptions): Relay {
  const underway = new Map<string, Promise<void>>();
  const forgetSoon = inPortions((tenant, ids) => outbox.forget(tenant, ids));
  let stopped = false;

  async function deliver(events: readonly EventMessage[], tenant: string): Promise<void> {
    await bus.publish(events);
    await forgetSoon(tenant, idsOf(events));
  }
  function send(events: readonly EventMessage[]): void {
    const [first] = events;
    if (!first || stopped) return;
    const delivery = deliver(events, first.tenant)
      .catch(onError)
      .finally(() => events.forEach(({ id }) => underway.delete(id)));
    for (const { id } of events) underway.set(id, delivery);
  }
  async function sendLeftovers(): Promise<boolean> {
    const left = await outbox.leftovers([...underway.keys()], BATCH);
    if (left.length === 0) return false;
    const published = await Promise.allSettled(left.map((event) => bus.publish([event])));
    const heard = left.filter((_, at) => published[at]?.status === 'fulfilled');
    if (heard.length > 0) await outbox.forget(ALL_TENANTS, idsOf(heard));
    // One that nobody takes in keeps none of the others.
    const failed = published.find(({ status }) => status === 'rejected');
    if (failed) throw (failed as PromiseRejectedResult).reason;
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
