import type { TestAgora } from './agora';

/** What an operation has cost: counts, which depend on no machine. */
export type Cost = {
  /** SQL statements until the answer, begin and commit among them. */
  statements: number;
  /** SQL statements of the events that it led to, in all rooms, until rest. */
  events: number;
  /** Fetches from rooms by the gateway. */
  fetches: number;
  /** Statements of workers that looked of their own accord whether something was left. How often depends on the time. */
  looks: number;
  /** How often a connection was set to another tenant, which depends on how many connections there are. */
  tenants: number;
};

const LOOK = /^select \S+ from "\w+"\."(?:outbox|inbox)"/;

/** What `work` costs, with what it leads to. */
export async function measure<T>(agora: TestAgora, work: () => Promise<T>): Promise<{ result: T; cost: Cost }> {
  await agora.rest();
  const cost: Cost = { statements: 0, events: 0, fetches: -agora.fetches().length, looks: 0, tenants: 0 };
  const stop = agora.hearStatements((text, purpose) => {
    if (text === 'set tenant') cost.tenants += 1;
    else if (LOOK.test(text)) cost.looks += 1;
    else cost[purpose === 'events' ? 'events' : 'statements'] += 1;
  });
  const result = await work();
  await agora.rest();
  stop();
  cost.fetches += agora.fetches().length;
  return { result, cost };
}
