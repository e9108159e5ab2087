import { randomUUID } from 'node:crypto';
import { print, type DocumentNode, type FormattedExecutionResult } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { startAgora, type Agora } from '../../gateway/agora';
import { createLog } from '../../gateway/log';
import { readSettings } from '../../gateway/settings';
import { manualClock } from '../../platform/kernel/clock';
import { createDatabase } from './house';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever its operation selected
type Data = any;
export type HttpAnswer = { status: number; headers: Headers; data: Data; errors?: FormattedExecutionResult['errors'] };
export type Caller = { token?: string; headers?: Record<string, string> };

/** All of Agora over real HTTP and WebSocket, on a database of its own and a clock that stands still. */
export type TestAgora = Agora & {
  readonly clock: ReturnType<typeof manualClock>;
  readonly databaseUrl: string;
  /** Statements sent to Postgres by the rooms so far. */
  statements(): readonly string[];
  /** Sends an operation by POST, as a client does. */
  graphql(operation: string | DocumentNode, variables?: Record<string, unknown>, caller?: Caller): Promise<HttpAnswer>;
  /** Subscribes over graphql-ws, on a socket of its own that closes with the stream. */
  live(
    operation: string | DocumentNode,
    variables?: Record<string, unknown>,
    caller?: Caller,
  ): AsyncGenerator<FormattedExecutionResult<Data>>;
};

const textOf = (operation: string | DocumentNode) => (typeof operation === 'string' ? operation : print(operation));
const credentials = ({ token, headers }: Caller) => ({
  ...(token !== undefined && { authorization: `Bearer ${token}` }),
  ...headers,
});

async function post(
  url: string,
  operation: string | DocumentNode,
  variables: object,
  caller: Caller,
): Promise<HttpAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': randomUUID(), ...credentials(caller) },
    body: JSON.stringify({ query: textOf(operation), variables }),
  });
  const { data, errors } = (await response.json()) as FormattedExecutionResult<Data>;
  return { status: response.status, headers: response.headers, data, errors };
}

export async function startTestAgora({
  schedule = false,
  environment = {},
}: { schedule?: boolean; environment?: Record<string, string> } = {}): Promise<TestAgora> {
  const database = await createDatabase();
  const clock = manualClock(new Date());
  const statements: string[] = [];
  const settings = readSettings({ PORT: '0', SEED: 'none', DATABASE_URL: database.url, ...environment });
  const log = createLog((process.env.AGORA_TEST_LOG ?? 'silent') as 'silent');
  const agora = await startAgora({ settings, clock, schedule, log, onStatement: (text) => void statements.push(text) });
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
      yield* client.iterate({ query: textOf(operation), variables });
    } finally {
      clients.delete(client);
      await client.dispose();
    }
  }

  return {
    ...agora,
    clock,
    databaseUrl: database.url,
    statements: () => statements,
    graphql: (operation, variables = {}, caller = {}) => post(agora.url, operation, variables, caller),
    live: live as TestAgora['live'],
    async stop() {
      for (const client of clients) client.terminate();
      await agora.stop();
      await database.drop();
    },
  };
}
