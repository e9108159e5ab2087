import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DocumentNode, FormattedExecutionResult } from 'graphql';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { startAgora, type Agora } from '../../gateway/agora';
import { createLog } from '../../gateway/log';
import { readSettings } from '../../gateway/settings';
import type { OnStatement } from '../../platform/data/tenantPool';
import type { Tenant } from '../../platform/identity/tenants';
import { manualClock } from '../../platform/kernel/clock';
import type { Room } from '../../platform/subgraph/room';
import type { Violation } from '../faults/invariants';
import { createDatabase } from './house';
import { credentials, documentText, post, type Caller, type HttpAnswer } from './post';
import { untilRest, violationsAtRest } from './rest';
import { startServices } from './services';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever its operation selected
type Data = any;

/** All of Agora over real HTTP and WebSocket, on a database of its own and a clock that stands still. */
export type TestAgora = Agora & {
  readonly clock: ReturnType<typeof manualClock>;
  readonly databaseUrl: string;
  /** Statements sent to Postgres by the rooms so far. */
  statements(): readonly string[];
  /** Has `hear` called for each further statement, as it is sent; answers how to end that. */
  hearStatements(hear: OnStatement): () => void;
  /** Which room the gateway has asked, fetch by fetch. What rooms ask each other does not count. */
  fetches(): readonly string[];
  /** How many subscriptions rooms have let in so far. */
  opened(): number;
  /** Waits until no event and no saga is under way. */
  rest(): Promise<void>;
  /** Waits for rest and looks for violations of the twelve invariants. */
  violations(): Promise<Violation[]>;
  runJob(name: string): Promise<void>;
  /** Sends an operation by POST, as a client does. */
  graphql(operation: string | DocumentNode, variables?: Record<string, unknown>, caller?: Caller): Promise<HttpAnswer>;
  /** Subscribes over graphql-ws, on a socket of its own that closes with the stream. */
  live(
    operation: string | DocumentNode,
    variables?: Record<string, unknown>,
    caller?: Caller,
  ): AsyncGenerator<FormattedExecutionResult<Data>>;
  /** The same by Server-Sent Events. */
  streamed(
    operation: string | DocumentNode,
    variables?: Record<string, unknown>,
    caller?: Caller,
  ): AsyncGenerator<FormattedExecutionResult<Data>>;
};

/** Settings with tenants of their own, which are named by a file. */
function settingsWith(environment: Record<string, string>, tenants: readonly Tenant[] | undefined) {
  if (!tenants) return readSettings(environment);
  const folder = mkdtempSync(path.join(tmpdir(), 'agora-tenants-'));
  const file = path.join(folder, 'tenants.json');
  try {
    writeFileSync(file, JSON.stringify(tenants));
    return readSettings({ ...environment, AGORA_TENANTS: file });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Notes which rooms are asked by the gateway: it asks for people, rooms ask each other as services. */
function noteFetches({ house }: Agora) {
  const noted = { fetches: [] as string[], opened: 0 };
  for (const room of house.rooms) {
    const { execute, subscribe } = room;
    const asked: Pick<Room, 'execute' | 'subscribe'> = {
      execute(request) {
        if (request.envelope.identity.kind !== 'service') noted.fetches.push(room.name);
        return execute(request);
      },
      async subscribe(request) {
        const answer = await subscribe(request);
        if (Symbol.asyncIterator in answer) noted.opened += 1;
        return answer;
      },
    };
    Object.assign(room, asked);
  }
  return noted;
}

async function runJob({ house }: Agora, name: string): Promise<void> {
  const [owner = ''] = name.split('.');
  const job = house.room(owner).jobs.find((each) => each.name === name);
  if (!job) throw new Error(`There is no job ${name}.`);
  await house.room(owner).runJob(job);
}

type Options = { schedule?: boolean; environment?: Record<string, string>; tenants?: readonly Tenant[] };

export async function startTestAgora({
  schedule = false,
  environment = {},
  tenants,
}: Options = {}): Promise<TestAgora> {
  const database = await createDatabase();
  const clock = manualClock(new Date());
  const statements: string[] = [];
  // A loaded machine is slow: there, what a test does at once could be taken for a crowd.
  const given = { PORT: '0', SEED: 'none', DATABASE_URL: database.url, LONGEST_WAIT: '0', ...environment };
  const settings = settingsWith(given, tenants);
  const log = createLog((process.env.AGORA_TEST_LOG ?? 'silent') as 'silent');
  const hearers = new Set<OnStatement>([(text) => void statements.push(text)]);
  const onStatement: OnStatement = (text, purpose) => hearers.forEach((hear) => hear(text, purpose));
  const start = process.env.AGORA_TEST_SHAPE === 'services' ? startServices : startAgora;
  const agora = await start({ settings, clock, schedule, log, onStatement });
  const noted = noteFetches(agora);
  const clients = new Set<Client>();

  async function* live(operation: string | DocumentNode, variables: Record<string, unknown> = {}, caller: Caller = {}) {
    const connectionParams = credentials(caller);
    const client = createClient({
      url: `${agora.wsUrl}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams,
      retryAttempts: 0,
    });
    clients.add(client);
    try {
      yield* client.iterate({ query: documentText(operation), variables });
    } finally {
      clients.delete(client);
      await client.dispose();
    }
  }

  async function* streamed(operation: string | DocumentNode, variables: Record<string, unknown> = {}, caller = {}) {
    const client = createSseClient({
      url: `${agora.url}/graphql/stream`,
      headers: () => credentials(caller) as Record<string, string>,
      retryAttempts: 0,
    });
    try {
      yield* client.iterate({ query: documentText(operation), variables });
    } catch (error) {
      // An answer that is no stream; it is read before its connection is given up.
      const { response } = error as { response?: Response };
      throw response ? ((await response.json()) as FormattedExecutionResult).errors : error;
    } finally {
      client.dispose();
    }
  }

  const rest = () => untilRest(database.url);
  return {
    ...agora,
    clock,
    databaseUrl: database.url,
    statements: () => statements,
    hearStatements(hear) {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
    fetches: () => noted.fetches,
    opened: () => noted.opened,
    rest,
    violations: () => violationsAtRest(database.url, clock.now),
    runJob: (name) => runJob(agora, name),
    graphql: (operation, variables = {}, caller = {}) => post(agora.url, operation, variables, caller),
    live: live as TestAgora['live'],
    streamed: streamed as TestAgora['streamed'],
    async stop() {
      for (const client of clients) client.terminate();
      await agora.stop();
      await database.drop();
    },
  };
}
