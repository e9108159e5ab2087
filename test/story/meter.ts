import type { Purpose } from '../../platform/data/tenantPool';
import type { TestAgora } from './agora';

/** What an operation has cost: counts, which depend on no machine. */
export type Cost = {
  /** SQL statements until the answer, begin and commit among them. */
  statements: number;
  /** SQL statements of the events that it led to, in all rooms, until rest. */
  events: number;
  /** SQL statements that keep its sagas, begin and commit among them. */
  sagas: number;
  /** Fetches from rooms by the gateway. */
  fetches: number;
  /** Statements of workers, and of DBOS, that looked of their own accord whether something was left. How often depends on the time. */
  looks: number;
  /** How often a connection was set to another tenant, which depends on how many connections there are. */
  tenants: number;
};

const LOOK = /^select .+? from "\w+"\."(?:outbox|inbox)"/;
const OF_A_SAGA = /workflow_status \(|SET status=\$2|operation_outputs/;
// DBOS frames what it keeps; looks have a plain BEGIN, and one COMMIT is like another.
const FRAME_OF_A_SAGA = /^BEGIN ISOLATION LEVEL/;

type Kind = 'tenants' | 'looks' | 'events' | 'sagas' | 'statements';

function kindOf(text: string, purpose: Purpose): Kind {
  if (text === 'set tenant') return 'tenants';
  if (LOOK.test(text)) return 'looks';
  if (purpose === 'workflows') return OF_A_SAGA.test(text) ? 'sagas' : 'looks';
  return purpose === 'events' ? 'events' : 'statements';
}

/** What `work` costs, with what it leads to. */
export async function measure<T>(agora: TestAgora, work: () => Promise<T>): Promise<{ result: T; cost: Cost }> {
  await agora.rest();
  const counts: Record<Kind, number> = {
    statements: 0,
    events: 0,
    sagas: 0,
    looks: 0,
    tenants: 0,
  };
  const fetched = agora.fetches().length;
  const stop = agora.hearStatements((text, purpose) => {
    counts[kindOf(text, purpose)] += 1;
    if (FRAME_OF_A_SAGA.test(text)) counts.sagas += 2;
  });
  const result = await work();
  await agora.rest();
  stop();
  return { result, cost: { ...counts, fetches: agora.fetches().length - fetched } };
}
