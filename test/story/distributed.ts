import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { startDistributed } from '../../scripts/distributed/start';
import { textOf, type Person, type Place } from './people';
import { post } from './post';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever its operation selected
type Data = any;

/** All rooms as services in processes of their own, and two gateways, each of which is asked in turn. */
export async function startDistributedAgora(environment: Record<string, string> = {}) {
  const data = mkdtempSync(path.join(tmpdir(), 'agora-distributed-'));
  // Where root runs this, Postgres is somebody else, who has to pass through.
  chmodSync(data, 0o711);
  const said: string[] = [];
  const given = { AGORA_DATA: path.join(data, 'agora'), SEED: 'none', ...environment };
  const remove = () => rmSync(data, { recursive: true, force: true });
  const running = await startDistributed(given, (sentence) => void said.push(sentence)).catch((error: unknown) => {
    remove();
    throw new Error(said.slice(-50).join('\n'), { cause: error });
  });
  let turn = 0;
  const nextUrl = () => running.urls[turn++ % running.urls.length] as string;

  const place: Place = {
    clock: { now: () => new Date() },
    databaseUrl: running.databaseUrl,
    graphql: (operation, variables = {}, caller = {}) => post(nextUrl(), operation, variables, caller),
  };

  /** Subscribes at one of the gateways, over graphql-ws. */
  async function* live(at: number, who: Person, operation: string, variables: Record<string, unknown>) {
    const { token } = await who.caller();
    const client = createClient({
      url: `${running.urls[at]?.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    });
    try {
      for await (const { data: event, errors } of client.iterate<Data>({ query: textOf(operation), variables })) {
        if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join('; '));
        yield Object.values(event)[0] as Data;
      }
    } finally {
      await client.dispose();
    }
  }

  return {
    ...running,
    place,
    live,
    said: () => said,
    /** The process of that name. */
    named(name: string) {
      const found = running.processes.find(({ planned }) => planned.name === name);
      if (!found) throw new Error(`There is no ${name}.`);
      return found;
    },
    async stop() {
      await running.stop();
      remove();
    },
  };
}
export type DistributedAgora = Awaited<ReturnType<typeof startDistributedAgora>>;
