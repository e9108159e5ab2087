import { AsyncLocalStorage } from 'node:async_hooks';
import type { WorkerOptions } from '../../platform/events/worker';
import type { TestAgora } from './agora';

/** What an operation has cost: counts, which depend on no machine. */
export type Cost = {
  /** SQL statements until the answer, begin and commit among them. */
  statements: number;
  /** SQL statements of the events that it led to, in all rooms, until rest. */
  events: number;
  /** Fetches from rooms by the gateway. */
  fetches: number;
  /** Statements of workers that looked for more events and found none. How often depends on who is awake by then. */
  looks: number;
  /** How often a connection was set to another tenant, which depends on how many connections there are. */
  tenants: number;
};

type Round = { statements: number };
const inWorker = new AsyncLocalStorage<Round>();
const rounds = new Set<Round>();

/**
 * Workers that tell their statements apart from those of operations, and that work when they are woken alone: what they
 * look for of their own accord, every five seconds, would be counted where it does not belong.
 */
export const metered = ({ work, onError }: WorkerOptions): WorkerOptions => ({
  work: () => {
    const round = { statements: 0 };
    rounds.add(round);
    return inWorker.run(round, work);
  },
  interval: 2 ** 31 - 1,
  onError,
});

// begin, a look, commit
const IN_VAIN = 3;

/** What `work` costs, with what it leads to. */
export async function measure<T>(agora: TestAgora, work: () => Promise<T>): Promise<{ result: T; cost: Cost }> {
  await agora.rest();
  rounds.clear();
  const cost: Cost = { statements: 0, events: 0, fetches: -agora.fetches().length, looks: 0, tenants: 0 };
  const stop = agora.hearStatements((text) => {
    const round = inWorker.getStore();
    if (text === 'set tenant') cost.tenants += 1;
    else if (round) round.statements += 1;
    else cost.statements += 1;
  });
  const result = await work();
  await agora.rest();
  stop();
  for (const { statements } of rounds) cost[statements <= IN_VAIN ? 'looks' : 'events'] += statements;
  cost.fetches += agora.fetches().length;
  return { result, cost };
}
