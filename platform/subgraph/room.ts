import type { ExecutionArgs, GraphQLSchema } from 'graphql';
import { randomUUID } from 'node:crypto';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { removeWhatIsOver } from '../data/retention';
import type { Bus } from '../events/bus';
import { startInbox } from '../events/inbox';
import { inboxRows, type HandleEvent } from '../events/inboxRows';
import { startListener } from '../events/listener';
import { outboxRows } from '../events/outbox';
import { startRelay, type Relay } from '../events/relay';
import type { Envelope } from '../identity/envelope';
import type { Tenant } from '../identity/tenants';
import { AgoraError } from '../kernel/errors';
import type { Job } from '../workflows/jobs';
import { checkDefinition } from './check';
import type { RoomContext } from './context';
import { createContext } from './createContext';
import type { AnySubgraph } from './definition';
import { preparedOperations } from './execution';
import { openStream } from './live';
import { buildRoomSchema } from './schema';
import type { Ground } from './scope';
import { flush, noAftermath, settle, transactionScope } from './transactions';
import type { RoomRequest, Transport } from './transport';

/** A room that is running in this process. */
export type Room = Transport & {
  readonly name: string;
  readonly typeDefs: string;
  readonly schema: GraphQLSchema;
  readonly definition: AnySubgraph;
  /** What it does by itself: its own jobs, and those that every room has. */
  readonly jobs: readonly Job[];
  contextFor(envelope: Envelope): RoomContext;
  /** Runs a job for every tenant, now. */
  runJob(job: Job): Promise<void>;
  /** Publishes and handles events until none is left; answers whether there were any. */
  drain(): Promise<void>;
  /** Publishes no more. Events of other rooms are still taken in. */
  rest(): Promise<void>;
  /** Hears no more, and closes its database. */
  close(): Promise<void>;
};

type Base = Omit<Ground, 'published'>;
/** How a room hears events of others. */
type Hearing = { drain(): Promise<void>; stop(): Promise<void> };

/** What a room says for itself, when no request stands behind what it does. */
export const serviceEnvelope = (room: string, tenant: Tenant, requestId: string): Envelope => ({
  requestId,
  tenant: tenant.id,
  locale: tenant.locales[0],
  currency: tenant.currencies[0],
  identity: { kind: 'service', name: room },
});

function startPublishing({ definition, database, log }: Base, bus: Bus): Relay | null {
  const { name, tables, publishes = [] } = definition;
  const onError = (error: unknown) => log.error({ err: error, room: name }, 'events could not be published');
  return publishes.length > 0 ? startRelay({ outbox: outboxRows(database, tables), bus, onError }) : null;
}

type Heard = NonNullable<AnySubgraph['on']>;
type AnyHandler = (...args: unknown[]) => Promise<void>;

const isAtOnce = (on: Heard, type: string): boolean => typeof on[type as keyof Heard] === 'object';

function handlerOf(on: Heard, type: string): AnyHandler | undefined {
  const handler = on[type as keyof Heard] as AnyHandler | { atOnce: AnyHandler } | undefined;
  return typeof handler === 'object' ? handler.atOnce : handler;
}

/** Handles events in the transaction that also marks them as processed. */
function startListening(ground: Ground, bus: Bus): Hearing | null {
  const { definition, database, log, tenants } = ground;
  const { name, tables, on = {} } = definition;
  if (Object.keys(on).length === 0) return null;
  const handle: HandleEvent = async (tx, event) => {
    const db = tx as NodePgDatabase;
    const tenant = tenants.get(event.tenant);
    if (!tenant) throw new Error(`There is no tenant ${event.tenant}.`);
    const aftermath = noAftermath();
    const scope = transactionScope(ground, serviceEnvelope(name, tenant, event.id), db, aftermath);
    await handlerOf(on, event.type)?.(scope, event.payload, { id: event.id, occurredAt: event.occurredAt });
    await flush(ground, db, aftermath);
    return () => settle(ground, aftermath);
  };
  const inbox = inboxRows({ database, tables, handle, isAtOnce: (type) => isAtOnce(on, type) });
  const onError = (error: unknown) => log.error({ err: error, room: name }, 'event');
  const worker = startInbox({ inbox, onError });
  const listener = startListener({ inbox, stored: worker.wake, onError });
  bus.subscribe(name, Object.keys(on), listener.deliver);
  return {
    drain: worker.drain,
    async stop() {
      await listener.stop();
      await worker.stop();
    },
  };
}

const housekeeping = ({ definition: { name, tables }, database }: Ground): Job => ({
  name: `${name}.remove-what-is-over`,
  description: 'Removes idempotency keys that have expired and events that were handled two weeks ago.',
  schedule: '0 40 3 * * *',
  run: ({ tenant }) => removeWhatIsOver(database.forTenant(tenant.id), tables),
});

/** Runs a job for each tenant; what fails for one is no matter to the others. @throws AggregateError at the end */
async function runForEach({ definition, tenants, log }: Ground, job: Job, contextFor: Room['contextFor']) {
  const failures = new Map<string, unknown>();
  for (const tenant of tenants.values()) {
    const requestId = `${job.name}/${randomUUID()}`;
    try {
      await job.run(contextFor(serviceEnvelope(definition.name, tenant, requestId)));
    } catch (error) {
      log.error({ err: error, job: job.name, tenant: tenant.id, requestId }, 'a job has failed');
      failures.set(tenant.id, error);
    }
  }
  if (failures.size === 0) return;
  throw new AggregateError(failures.values(), `${job.name} has failed for ${[...failures.keys()].join(', ')}.`);
}

/** Starts a room on its ground. @throws Error when its declaration is not whole */
export function startRoom(base: Base, bus: Bus): Room {
  const { definition } = base;
  const { typeDefs, schema } = buildRoomSchema(definition);
  checkDefinition(definition, schema);
  const preparedOf = preparedOperations(schema);
  const relay = startPublishing(base, bus);
  const ground: Ground = { ...base, published: (events) => relay?.send(events) };
  const hearing = startListening(ground, bus);
  const contextFor = (envelope: Envelope) => createContext(ground, envelope);

  const argsOf = ({ variables, operationName, envelope }: RoomRequest): Omit<ExecutionArgs, 'document'> => ({
    schema,
    contextValue: contextFor(envelope),
    variableValues: variables,
    operationName,
  });
  return {
    name: definition.name,
    typeDefs,
    schema,
    definition,
    jobs: [...(definition.jobs ?? []), housekeeping(ground)],
    contextFor,
    execute: async (request) => preparedOf(request.query).run(argsOf(request)),
    async subscribe(request) {
      const { document } = preparedOf(request.query);
      return openStream({ ...argsOf(request), document }, () => contextFor(request.envelope));
    },
    runJob: (job) => runForEach(ground, job, contextFor),
    async drain() {
      await relay?.drain();
      await hearing?.drain();
    },
    async rest() {
      await relay?.stop();
    },
    async close() {
      await hearing?.stop();
      await ground.database.close();
    },
  };
}

/** @throws Error naming the rooms there are */
export function roomNamed(rooms: readonly Room[], name: string): Room {
  const room = rooms.find((each) => each.name === name);
  if (!room) throw new AgoraError('UNAVAILABLE', `There is no room ${name} in this process.`);
  return room;
}
