import { AsyncLocalStorage } from 'node:async_hooks';
import type { WorkerOptions } from '../../platform/events/worker';
import type { TestAgora } from './agora';

const inWorker = new AsyncLocalStorage<true>();

/**
 * Workers that tell their statements apart from those of operations, and that work when they are woken alone: what they
 * look for of their own accord, every five seconds, would be counted where it does not belong.
 */
export const metered = ({ work, onError }: WorkerOptions): WorkerOptions => ({
  work: () => inWorker.run(true, work),
  interval: 2 ** 31 - 1,
  onError,
});

/** What an operation has cost: a count of each, which depends on no machine. */
export type Cost = {
  /** SQL statements until the answer, begin and commit among them. */
  statements: number;
  /** SQL statements of the events that it led to, until rest. */
  events: number;
  /** How often a connection was set to another tenant; more with more connections, so part of no ceiling. */
  tenants: number;
  /** Fetches from rooms by the gateway. */
  fetches: number;
};

/** Counts from the moment at which it is made. */
export function startMeter(): { onStatement(text: string): void; cost(): Omit<Cost, 'fetches'> } {
  const cost = { statements: 0, events: 0, tenants: 0 };
  return {
    onStatement: (text) => {
      if (text === 'set tenant') cost.tenants += 1;
      else cost[inWorker.getStore() ? 'events' : 'statements'] += 1;
    },
    cost: () => ({ ...cost }),
  };
}

/** What `work` costs, with what it leads to. */
export async function measure<T>(agora: TestAgora, work: () => Promise<T>): Promise<{ result: T; cost: Cost }> {
  await agora.rest();
  const meter = startMeter();
  const fetched = agora.fetches().length;
  const stop = agora.hearStatements(meter.onStatement);
  const result = await work();
  await agora.rest();
  stop();
  return { result, cost: { ...meter.cost(), fetches: agora.fetches().length - fetched } };
}
