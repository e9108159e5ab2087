import { Client } from 'pg';
import type { Logger } from 'pino';

const CHANNEL = 'agora_registry';
const PAUSE = 1_000;

/** Of the store itself, also for what was published without any service: a trigger of the table of releases notifies. */
export function postgresHints(url: string, hear: () => void, log: Logger) {
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  function again(): void {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(() => void listen(), PAUSE).unref();
  }
  async function listen(): Promise<void> {
    const own = new Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      application_name: 'agora registry hints',
    });
    client = own;
    own.on('error', () => {});
    own.once('end', again);
    own.on('notification', hear);
    try {
      await own.connect();
      await own.query(`listen ${CHANNEL}`);
      // What was said while nobody listened is not said again.
      hear();
    } catch (error) {
      log.warn({ err: error }, 'hints of Postgres cannot be heard: the store is looked at every second');
      await own.end().catch(() => {});
      again();
    }
  }
  void listen();
  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
