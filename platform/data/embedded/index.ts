import { existsSync, renameSync } from 'node:fs';
import { keepRunning } from '../../kernel/keepRunning';
import { chooseAccount } from './account';
import { findBinaries } from './binaries';
import { createCluster, DATABASE, readPassword, SUPERUSER } from './cluster';
import { asStartError } from './errors';
import { onExit } from './exit';
import { layOut, type Layout } from './layout';
import { endOrphan } from './orphan';
import { claimDirectory } from './owner';
import { stopPostmaster } from './postmaster-end';
import { type RunningServer, type ServerPlan, startServer } from './server';

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

type Opened = RunningServer & { password: string; again(): Promise<RunningServer> };

/**
 * Starts Postgres on `dataDirectory`, on a free port of 127.0.0.1, and creates the database `agora` on first
 * use. Ends a server that a killed run left behind, and starts one that is killed again on the same port. If this process
 * exits, the server ends with it.
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
  const plan = { layout, binaries, account, settings };
  const first = await startServer(plan);
  return { password, ...first, again: () => startAgain(plan, first) };
}

/** Clients know its port. What the dead one had not ended yet is waited for. */
async function startAgain(plan: ServerPlan, { port }: RunningServer): Promise<RunningServer> {
  await endOrphan(plan.layout.cluster);
  return startServer({ ...plan, choosePort: async () => port });
}

const kept = ({ postmaster }: RunningServer) => ({
  ended: postmaster.ended,
  stop: () => stopPostmaster(postmaster),
});

function opened(layout: Layout, server: Opened, release: () => void, log?: Options['log']) {
  const { port, password, again } = server;
  let stopping: Promise<void> | undefined;
  log?.(`Postgres accepts connections on 127.0.0.1:${port}; its log is ${layout.log}.`);
  const running = keepRunning(
    kept(server),
    async () => kept(await again()),
    (what) => log?.(`Postgres: ${what}. It is started again; its log, ${layout.log}, says more.`),
  );
  const stop = () => (stopping ??= running.stop().then(release));
  return { url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${DATABASE}`, stop };
}
