import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import pino from 'pino';
import type { ExecutionResult } from 'graphql';
import type { Purpose } from '../../platform/data/tenantPool';
import type { Identity } from '../../platform/identity/identity';
import type { Envelope } from '../../platform/identity/envelope';
import { demoTenant, type Tenant } from '../../platform/identity/tenants';
import { manualClock } from '../../platform/kernel/clock';
import { newId } from '../../platform/kernel/ids';
import type { EventContract } from '../../platform/events/event';
import type { AnySubgraph } from '../../platform/subgraph/definition';
import { migrateHouse, startHouse, type House } from '../../platform/subgraph/house';

export const otherTenant: Tenant = { ...demoTenant, id: 'other', name: 'Another shop', hosts: ['other.example'] };

export type TestDatabase = { url: string; drop(): Promise<void> };

/** A database of its own on the test run's Postgres. */
export async function createDatabase(): Promise<TestDatabase> {
  const server = process.env.AGORA_TEST_POSTGRES_URL;
  if (!server) throw new Error('AGORA_TEST_POSTGRES_URL is not set: run the tests through jest.config.js.');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const run = async (statement: string) => {
    const client = new Client({ connectionString: server });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database if exists ${name} with (force)`) };
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever its operation selected
type Answer = ExecutionResult<any>;

export type TestHouse = House & {
  readonly clock: ReturnType<typeof manualClock>;
  readonly databaseUrl: string;
  /** Statements that the rooms have sent to Postgres so far: to answer what they were asked, or for events. */
  statements(purpose?: Purpose): readonly string[];
  /** Sends an operation to one room over its transport, as the gateway does. */
  execute(room: string, query: string, variables?: Record<string, unknown>, as?: Partial<Envelope>): Promise<Answer>;
  subscribe(
    room: string,
    query: string,
    variables?: Record<string, unknown>,
    as?: Partial<Envelope>,
  ): Promise<AsyncIterableIterator<Answer>>;
  runJob(name: string): Promise<void>;
  /** Delivers an event to the rooms that hear it, and waits until they have handled it. */
  publish<Payload>(contract: EventContract<string, Payload>, payload: Payload, tenant?: string): Promise<void>;
};

const envelope = (as: Partial<Envelope>): Envelope => ({
  requestId: randomUUID(),
  tenant: demoTenant.id,
  locale: 'en-US',
  currency: 'USD',
  identity: { kind: 'guest' },
  ...as,
});

/** The statements that rooms send to answer `work`, but for what tells a connection its tenant, which depends on the pool. */
export async function statementsOf(
  { statements }: Pick<TestHouse, 'statements'>,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const before = statements().length;
  await work();
  return statements()
    .slice(before)
    .filter((text) => text !== 'set tenant');
}

/** Rooms on a fresh database (or one that is given) with two tenants and a clock that stands still. Jobs run only when a test says so. */
export async function startTestHouse(definitions: readonly AnySubgraph[], given?: TestDatabase): Promise<TestHouse> {
  const database = given ?? (await createDatabase());
  const clock = manualClock();
  const statements: Record<Purpose, string[]> = { requests: [], events: [], workflows: [] };
  const databaseUrl = () => database.url;
  await migrateHouse(definitions, databaseUrl);
  const log = pino({ level: process.env.AGORA_TEST_LOG ?? 'silent' });
  const tenants = [demoTenant, otherTenant];
  const house = await startHouse({
    definitions,
    databaseUrl,
    tenants,
    log,
    clock,
    schedule: false,
    onStatement: (text, purpose) => void statements[purpose].push(text),
  });
  return {
    ...house,
    clock,
    databaseUrl: database.url,
    statements: (purpose = 'requests') => statements[purpose],
    execute: async (room, query, variables = {}, as = {}) =>
      house.room(room).execute({ query, variables, envelope: envelope(as) }),
    async subscribe(room, query, variables = {}, as = {}) {
      const stream = await house.room(room).subscribe({ query, variables, envelope: envelope(as) });
      if (Symbol.asyncIterator in stream) return stream;
      throw new AggregateError(stream.errors ?? [], 'the subscription was refused');
    },
    async runJob(name) {
      const [owner = ''] = name.split('.');
      const job = house.room(owner).jobs.find((each) => each.name === name);
      if (!job) throw new Error(`There is no job ${name}.`);
      await house.room(owner).runJob(job);
    },
    async publish({ type }, payload, tenant = demoTenant.id) {
      await house.bus.publish([{ id: newId('evt', clock.now()), tenant, type, payload, occurredAt: clock.now() }]);
      await house.settle();
    },
    async stop() {
      await house.stop();
      await database.drop();
    },
  };
}

const user =
  (role: 'BUYER' | 'STAFF' | 'ADMIN') =>
  (id = newId('usr', new Date())): { identity: Identity } => ({ identity: { kind: 'user', id, roles: [role] } });

/** Who calls in a test: `buyer()` is somebody new each time. */
export const buyer = user('BUYER');
export const staff = user('STAFF');
export const admin = user('ADMIN');
export const service = (name: string): { identity: Identity } => ({ identity: { kind: 'service', name } });
