import { existsSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { client, mustBeWhole } from '../measure/load';
import { atEnd, spawned, temporaryFolder, untilWritten, type Child } from '../measure/processes';
import { openDatabase, prepareDatabase, type Database } from './database';

/** An Agora as `npm start` starts it, on a Postgres of its own. */
export type Shop = {
  readonly process: Child;
  readonly url: string;
  readonly database: Database;
  /** Milliseconds from its start to its first answer. */
  readonly startedIn: number;
  stop(): Promise<void>;
};

/** Makes a shop. Answers the directory of its data. */
export async function makeShop(products: number): Promise<string> {
  const directory = path.join(await temporaryFolder(), 'data');
  const seed = spawned('scripts/seed/main.ts', ['--products', String(products), '--orders', '1000'], {
    AGORA_DATA: directory,
  });
  const [code] = (await once(seed.process, 'exit')) as [number | null];
  if (code !== 0 || !existsSync(directory)) throw new Error(`The shop could not be filled:\n${seed.written()}`);
  await prepareDatabase(directory);
  return directory;
}

const FIRST = { query: '{ products(first: 1) { nodes { id name } } }', variables: {} };

/** Starts Agora, and waits for its first answer. */
export async function openShop(directory: string): Promise<Shop> {
  const began = performance.now();
  const agora = spawned('gateway/main.ts', [], { AGORA_DATA: directory, PORT: '0' });
  const [, url = ''] = await untilWritten(agora, /GraphQL\s+(http\S+\/graphql)/);
  const { send, close } = client(url);
  mustBeWhole(await send(FIRST));
  const startedIn = performance.now() - began;
  await close();
  const database = await openDatabase(directory);
  atEnd(database.close);
  const stop = async () => {
    await database.close();
    await agora.stop();
  };
  return { process: agora, url, database, startedIn, stop };
}
