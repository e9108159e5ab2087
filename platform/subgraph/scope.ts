import { sql } from 'drizzle-orm';
import { print, type DocumentNode, type ExecutionResult } from 'graphql';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Logger } from 'pino';
import { appendToChain, type AuditEntry } from '../audit/chain';
import { claimKey, hashInput, once, type IdempotentRequest } from '../data/idempotency';
import type { RoomDatabase } from '../data/database';
import type { PlatformTables } from '../data/tables';
import { ride } from '../data/riding';
import { transition } from '../data/transition';
import type { Announcement, EventMessage } from '../events/event';
import { outboxBeside, writeOutbox } from '../events/outbox';
import type { Envelope } from '../identity/envelope';
import type { Identity } from '../identity/identity';
import type { Tenant } from '../identity/tenants';
import type { Clock } from '../kernel/clock';
import { AgoraError, ERROR_CODES, Refusal, unavailable, type ErrorCode } from '../kernel/errors';
import { newId } from '../kernel/ids';
import type { BeginSaga, RunSaga } from '../workflows/workflows';
import type { RepositoryFactories, RoomContext, RoomScope, RoomTransaction } from './context';
import type { AnySubgraph } from './definition';
import { lazyFields, MADE_OF } from './lazyFields';
import { forget, newLoaders } from './loaders';
import type { Topics } from './topics';
import type { Rooms } from './transport';

/** What a room stands on: the same for every request. */
export type Ground = {
  readonly definition: AnySubgraph;
  readonly database: RoomDatabase;
  readonly clock: Clock;
  readonly log: Logger;
  readonly topics: Topics;
  readonly rooms: Rooms;
  readonly tenants: ReadonlyMap<string, Tenant>;
  readonly runSaga: RunSaga;
  readonly beginSaga: BeginSaga;
  /** Told after a commit what it has written to the outbox. */
  readonly published: (events: readonly EventMessage[]) => void;
};

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

const actorOf = (identity: Identity): string =>
  identity.kind === 'user' ? identity.id : identity.kind === 'service' ? `service:${identity.name}` : 'guest';

type Repositories = RoomScope['repositories'];
const bound = new WeakMap<object, Repositories>();

/** Repositories over one database. */
function bind(factories: RepositoryFactories, db: NodePgDatabase): Repositories {
  const known = bound.get(db);
  if (known) return known;
  const repositories = Object.create(lazyFields(factories)) as Repositories & { [MADE_OF]: NodePgDatabase };
  repositories[MADE_OF] = db;
  bound.set(db, repositories);
  return repositories;
}

function scopeOf(ground: Ground, envelope: Envelope, db: NodePgDatabase): RoomScope {
  const tenant = ground.tenants.get(envelope.tenant);
  if (!tenant) throw new AgoraError('INVALID_INPUT', `There is no tenant ${envelope.tenant}.`);
  const { clock, log, definition } = ground;
  return {
    ...envelope,
    tenant,
    actor: actorOf(envelope.identity),
    repositories: bind(definition.repositories, db),
    log,
    now() {
      return clock.now();
    },
    newId(prefix) {
      return newId(prefix, clock.now());
    },
  };
}

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

async function inTransaction<T>(
  ground: Ground,
  envelope: Envelope,
  work: (db: NodePgDatabase, aftermath: Aftermath) => Promise<T>,
): Promise<T> {
  const aftermath = noAftermath();
  const answer = await ground.database.forTenant(envelope.tenant).transaction(async (tx) => {
    const db = tx as unknown as NodePgDatabase;
    const done = await work(db, aftermath);
    await flush(ground, db, aftermath);
    return done;
  });
  settle(ground, aftermath);
  return answer;
}

async function atOnce<T>(ground: Ground, envelope: Envelope, work: (tx: RoomTransaction) => Promise<T>): Promise<T> {
  const aftermath = noAftermath();
  const db = ground.database.forTenant(envelope.tenant, ride(null, { alone: true }).amend);
  const answer = await work(transactionScope(ground, envelope, db, aftermath));
  await flush(ground, db, aftermath);
  settle(ground, aftermath);
  return answer;
}

async function idempotent<T>(
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

const printed = new WeakMap<DocumentNode, string>();

/** The text of an operation that codegen gave as a tree: printed once. */
function textOf(document: DocumentNode): string {
  const text = printed.get(document) ?? print(document);
  printed.set(document, text);
  return text;
}

function unwrap<Data>(room: string, result: ExecutionResult): Data {
  const [error] = result.errors ?? [];
  if (!error) return result.data as Data;
  const code = error.extensions?.code;
  if (typeof code === 'string' && code in ERROR_CODES && code !== 'INTERNAL')
    throw new AgoraError(code as ErrorCode, error.message);
  throw unavailable(`The room ${room} could not do its part.`);
}

/** The context of one request, job or saga step. */
export function createContext(ground: Ground, envelope: Envelope): RoomContext {
  const { definition, rooms, topics } = ground;
  const caller = actorOf(envelope.identity);
  const self: Envelope = { ...envelope, identity: { kind: 'service', name: definition.name } };
  const loaders = newLoaders(definition.loaders);
  // Methods, since each request has its own: to write down the name of a function costs more than to make it.
  const context: RoomContext = {
    ...scopeOf(ground, envelope, ground.database.forTenant(envelope.tenant)),
    loaders,
    forget() {
      forget(loaders);
    },
    transaction(work) {
      return inTransaction(ground, envelope, (db, aftermath) =>
        work(transactionScope(ground, envelope, db, aftermath)),
      );
    },
    atOnce(work) {
      return atOnce(ground, envelope, work);
    },
    idempotent(request, work) {
      return idempotent(ground, envelope, { ...request, caller }, work);
    },
    async call(room, document, variables) {
      const result = await rooms(room).execute({
        query: textOf(document),
        document,
        variables: variables as never,
        envelope: self,
      });
      return unwrap(room, result);
    },
    run(saga, id, input) {
      return ground.runSaga(saga, id, envelope, input);
    },
    start(saga, id, input) {
      return ground.beginSaga(saga, id, envelope, input);
    },
    async claim(request) {
      await claimKey(ground.database.forTenant(envelope.tenant), definition.tables, { ...request, caller });
      return hashInput([envelope.tenant, caller, request]).slice(0, 40);
    },
    awaken(topic) {
      return topics.awaken(`${envelope.tenant}/${topic}`);
    },
  };
  loaders[MADE_OF] = context;
  return context;
}
