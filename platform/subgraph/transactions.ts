import { sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { appendToChain, type AuditEntry } from '../audit/chain';
import { isDatabaseAway } from '../data/away';
import { once, type IdempotentRequest } from '../data/idempotency';
import { ride } from '../data/riding';
import type { PlatformTables } from '../data/tables';
import { transition } from '../data/transition';
import type { Announcement, EventMessage } from '../events/event';
import { outboxBeside, writeOutbox } from '../events/outbox';
import type { Envelope } from '../identity/envelope';
import { Refusal } from '../kernel/errors';
import { newId } from '../kernel/ids';
import { wakeAfterwards } from './afterwards';
import type { RoomTransaction } from './context';
import { scopeOf, type Ground } from './scope';

/** What a transaction leaves to be done once it has committed. */
type Aftermath = {
  /** First lines of histories, written with the events that tell of them. */
  begun: PlatformTables['transitions']['$inferInsert'][];
  events: EventMessage[];
  /** Events that were written beside what they tell of. */
  written: EventMessage[];
  /** What the audit chain is to tell. */
  entries: AuditEntry[];
  topics: Set<string>;
};

/** The inside of a transaction; the caller flushes its aftermath. */
export function transactionScope(
  ground: Ground,
  envelope: Envelope,
  db: NodePgDatabase,
  aftermath: Aftermath,
): RoomTransaction {
  const scope = scopeOf(ground, envelope, db);
  const { actor } = scope;
  const { tables } = ground.definition;
  const eventOf = (announced: Announcement) => newEvent(ground, envelope.tenant, announced);
  const beginning = (entityId: string, state: string, reason: string | null = null) => {
    return { entityId, from: null, to: state, reason, actor, occurredAt: scope.now() };
  };
  return {
    ...scope,
    publish: ({ type }, payload) => void aftermath.events.push(eventOf({ type, payload })),
    audit: (deed) => void aftermath.entries.push({ at: scope.now(), actor, requestId: envelope.requestId, ...deed }),
    wake: (topic) => void aftermath.topics.add(`${envelope.tenant}/${topic}`),
    begin: (entityId, state, reason) => void aftermath.begun.push(beginning(entityId, state, reason)),
    async transition({ publishes = [], beside, ...change }) {
      // A history is read in the order in which it was written.
      await writeOutbox(db, tables, { begun: aftermath.begun.splice(0), events: [] });
      const events = publishes.map(eventOf);
      const further = sql`${beside ?? sql``}${outboxBeside(tables, { begun: [], events }, 'moved')}`;
      const moved = await transition(db, tables, { ...change, beside: further, actor, at: scope.now() });
      if (moved) aftermath.written.push(...events);
      return moved;
    },
    async open({ id, state, reason, publishes = [] }, insert) {
      const events = publishes.map(eventOf);
      const opened = await insert(outboxBeside(tables, { begun: [beginning(id, state, reason)], events }, 'opened'));
      if (opened) aftermath.written.push(...events);
      return opened;
    },
  };
}

function newEvent({ definition, clock }: Ground, tenant: string, { type, payload }: Announcement): EventMessage {
  const { name, publishes = [] } = definition;
  if (!publishes.some((contract) => contract.type === type))
    throw new Error(`Declare ${type} in what ${name} publishes.`);
  const occurredAt = clock.now();
  return { id: newId('evt', occurredAt), tenant, type, payload, occurredAt };
}

export const noAftermath = (): Aftermath => ({ begun: [], events: [], written: [], entries: [], topics: new Set() });

function forgo({ begun, events, written, entries, topics }: Aftermath): void {
  for (const each of [begun, events, written, entries]) each.length = 0;
  topics.clear();
}

/** Writes, at the end of a transaction, what it has still to tell. */
export async function flush(ground: Ground, db: NodePgDatabase, aftermath: Aftermath): Promise<void> {
  const { tables } = ground.definition;
  await writeOutbox(db, tables, aftermath);
  for (const entry of aftermath.entries) await appendToChain(db, tables, entry);
}

export function settle(ground: Ground, { events, written, topics }: Aftermath): void {
  ground.published([...written, ...events]);
  for (const topic of topics) ground.topics.wake(topic);
}

/** What was written is told; also what may have been, where a lost database leaves that open. */
async function told<T>(ground: Ground, tenant: string, write: (aftermath: Aftermath) => Promise<T>): Promise<T> {
  const aftermath = noAftermath();
  try {
    const answer = await write(aftermath);
    settle(ground, aftermath);
    return answer;
  } catch (error) {
    if (aftermath.topics.size > 0 && isDatabaseAway(error)) void wakeAfterwards(ground, tenant, [...aftermath.topics]);
    throw error;
  }
}

/** See `transaction` of a context; what it leaves is done once it has committed. */
export const inTransaction = <T>(
  ground: Ground,
  { tenant }: Envelope,
  work: (db: NodePgDatabase, aftermath: Aftermath) => Promise<T>,
): Promise<T> =>
  told(ground, tenant, (aftermath) =>
    ground.database.forTenant(tenant).transaction(async (tx) => {
      const db = tx as unknown as NodePgDatabase;
      const done = await work(db, aftermath);
      await flush(ground, db, aftermath);
      return done;
    }),
  );

/** See `atOnce` of a context. */
export const atOnce = <T>(ground: Ground, envelope: Envelope, work: (tx: RoomTransaction) => Promise<T>): Promise<T> =>
  told(ground, envelope.tenant, async (aftermath) => {
    const db = ground.database.forTenant(envelope.tenant, ride(null, { alone: true }).amend);
    const answer = await work(transactionScope(ground, envelope, db, aftermath));
    await flush(ground, db, aftermath);
    return answer;
  });

/** See `idempotent` of a context. */
export async function idempotent<T>(
  ground: Ground,
  envelope: Envelope,
  request: IdempotentRequest,
  work: (tx: RoomTransaction) => Promise<T>,
) {
  const answer = await inTransaction(ground, envelope, async (db, aftermath) => {
    const { answer: kept } = await once(db, ground.definition.tables, request, (savepoint) =>
      work(transactionScope(ground, envelope, savepoint, aftermath)),
    );
    // What was refused went back to the savepoint: nothing came of it that others could hear.
    if ('refused' in kept) forgo(aftermath);
    return kept;
  });
  if ('refused' in answer) throw new Refusal(answer.refused);
  return answer.ok;
}
