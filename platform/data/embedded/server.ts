import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account';
import type { Binaries } from './binaries';
import { dataPath } from './cluster';
import { startError } from './errors';
import type { Layout } from './layout';
import { markOf } from './orphan';
import { freePort } from './port';
import { becomesReady, type Postmaster, spawnPostmaster } from './postmaster';
import { stopPostmaster } from './postmaster-end';

export type ServerPlan = {
  layout: Layout;
  binaries: Binaries;
  account: Account;
  settings?: Record<string, string>;
  choosePort?: () => Promise<number>;
};

/** A Postgres that accepts connections on 127.0.0.1. */
export type RunningServer = { port: number; postmaster: Postmaster };

const SHOP_SETTINGS = {
  shared_buffers: '128MB',
  max_connections: '200',
  // An acknowledged write survives a crash.
  synchronous_commit: 'on',
  fsync: 'on',
};

const PORT_LOST = /could not bind|Address already in use|could not create any TCP\/IP sockets/;
const PREDECESSOR_DYING = /lock file "postmaster\.pid" already exists|pre-existing shared memory block/;
const PORTS_TO_TRY = 10;
const PREDECESSOR_PATIENCE = 20_000;
/** Recovery after a crash replays the log first. */
const READY_PATIENCE = 120_000;

/**
 * Starts Postgres on the cluster and waits until it accepts connections. Tries again when the port was
 * taken or a predecessor is still about to die. Throws `DatabaseStartError`.
 */
export async function startServer(plan: ServerPlan): Promise<RunningServer> {
  const deadline = Date.now() + PREDECESSOR_PATIENCE;
  for (let portsLost = 0; ;) {
    const port = await (plan.choosePort ?? freePort)();
    const postmaster = launch(plan, port);
    if (await becomesReady(postmaster, plan.layout, READY_PATIENCE)) return { port, postmaster };
    const said = postmaster.said();
    await stopPostmaster(postmaster);
    if (PORT_LOST.test(said) && ++portsLost < PORTS_TO_TRY) continue;
    if (!PREDECESSOR_DYING.test(said) || Date.now() > deadline) {
      throw startError('The database could not start.', plan.layout.directory, said);
    }
    await pause(50);
  }
}

function launch({ layout, binaries, account, settings }: ServerPlan, port: number) {
  const ours = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) };
  // What the address depends on comes last, where no extra setting can change it.
  const all = Object.entries({ ...SHOP_SETTINGS, ...settings, ...ours });
  const options = all.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const place = ['-D', dataPath(layout.cluster, account), '-c', markOf(layout.cluster)];
  return spawnPostmaster(binaries.postgres, [...place, ...options], layout, account);
}
