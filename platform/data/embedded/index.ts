import { existsSync, renameSync } from 'node:fs';
import { chooseAccount } from './account';
import { findBinaries } from './binaries';
import { createCluster, DATABASE, readPassword, SUPERUSER } from './cluster';
import { asStartError } from './errors';
import { onExit } from './exit';
import { layOut, type Layout } from './layout';
import { endOrphan } from './orphan';
import { claimDirectory } from './owner';
import { stopPostmaster } from './postmaster-end';
import { type RunningServer, startServer } from './server';

export { DatabaseStartError } from './errors';

export type EmbeddedPostgres = {
  /** superuser connection string to database `agora` */
  url: string;
  /** Cuts clients off, waits until Postgres is gone, gives the data directory free. May be called twice. */
  stop(): Promise<void>;
};

type Options = {
  /** belongs to one running Agora at a time; created where missing */
  dataDirectory: string;
  log?: (sentence: string) => void;
  /** extra Postgres settings; address and port stay ours */
  settings?: Record<string, string>;
};

type Opened = RunningServer & { password: string };

/**
 * Starts Postgres on `dataDirectory`, on a free port of 127.0.0.1, and creates the database `agora` on first
 * use. Ends a server that a killed run left behind. If this process exits, the server ends with it.
 * Throws `DatabaseStartError`, whose message says what to do.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  try {
    const layout = layOut(options.dataDirectory);
    const release = claim(layout);
    const server = await start(layout, options).catch((error) => {
      release();
      throw error;
    });
    return opened(layout, server, release, options.log);
  } catch (error) {
    throw asStartError(error, options.dataDirectory);
  }
}

function claim(layout: Layout): () => void {
  const ownership = claimDirectory(layout.directory);
  const callOff = onExit(ownership.release);
  return () => {
    callOff();
    ownership.release();
  };
}

async function start(layout: Layout, { settings, log }: Options): Promise<Opened> {
  const account = chooseAccount(layout);
  const binaries = findBinaries(account);
  if (existsSync(layout.log)) renameSync(layout.log, layout.previousLog);
  const orphan = await endOrphan(layout.cluster);
  if (orphan) log?.(`Ended a Postgres (process ${orphan}) that a former run had left in ${layout.directory}.`);
  if (!existsSync(layout.cluster)) {
    log?.(`Creating a new database in ${layout.directory}.`);
    await createCluster(layout, binaries, account);
  }
  const password = readPassword(layout);
  return { password, ...(await startServer({ layout, binaries, account, settings })) };
}

function opened(layout: Layout, server: Opened, release: () => void, log?: Options['log']) {
  const { port, postmaster, password } = server;
  let stopping: Promise<void> | undefined;
  log?.(`Postgres accepts connections on 127.0.0.1:${port}; its log is ${layout.log}.`);
  void postmaster.ended.then((how) => {
    if (!stopping) log?.(`Postgres ${how} by itself. Its log, ${layout.log}, says why.`);
  });
  const stop = () => (stopping ??= stopPostmaster(postmaster).then(release));
  return { url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${DATABASE}`, stop };
}
