import { Client } from 'pg';
import { startEmbeddedPostgres } from '../platform/data/embedded';
import { OWNERS, type Settings } from './settings';
import { databaseError } from './startErrors';

/** Where each room's data are kept. */
export type Databases = {
  urlOf(room: string): string;
  /** @throws an error whose message says which server does not answer, and what to do */
  mustAnswer(): Promise<void>;
  /** Whether every server answers. */
  answer(): Promise<boolean>;
  stop(): Promise<void>;
};

const PATIENCE = 5_000;
const FRESH_FOR = 1_000;

async function ask(url: string): Promise<void> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
    application_name: 'agora health',
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
  } finally {
    await client.end().catch(() => {});
  }
}

/** Asks at most once a second, however often it is called. */
function recently(check: () => Promise<boolean>): () => Promise<boolean> {
  let asked: { at: number; answer: Promise<boolean> } | undefined;
  return () => {
    if (!asked || performance.now() - asked.at > FRESH_FOR) asked = { at: performance.now(), answer: check() };
    return asked.answer;
  };
}

/** Starts the built-in Postgres where an owner of data has no other. @throws an error whose message says what to do */
export async function openDatabases(
  settings: Settings,
  say: (sentence: string) => void,
  owners: readonly string[] = OWNERS,
): Promise<Databases> {
  const { DATABASE_URL, roomDatabases, AGORA_DATA } = settings;
  const given = (owner: string) => roomDatabases[owner] ?? DATABASE_URL;
  const embedded = owners.every(given) ? null : await startEmbeddedPostgres({ dataDirectory: AGORA_DATA, log: say });
  const urlOf = (owner: string) => given(owner) ?? (embedded as { url: string }).url;
  const servers = [...new Set(owners.map(urlOf))];
  return {
    urlOf,
    async mustAnswer() {
      for (const url of servers) {
        await ask(url).catch((error: unknown) => {
          throw databaseError(error, url);
        });
      }
    },
    answer: recently(async () =>
      (await Promise.allSettled(servers.map(ask))).every(({ status }) => status === 'fulfilled'),
    ),
    stop: async () => embedded?.stop(),
  };
}
