import { readApprovals, writeApproval } from './postgres/approvals';
import { readClients, removeClient, writeClient } from './postgres/clients';
import { openConnection } from './postgres/connection';
import { readLive, readReleases, writeRelease } from './postgres/releases';
import { readUsage, writeBatch } from './postgres/usage';
import { readVersion, writeVersion } from './postgres/versions';
import type { Store } from './store';

const PATIENCE = 25_000;

/**
 * The registry in the schema `registry` of a Postgres. Every step is one statement, with its line in `registry.audit`: who, what,
 * when. Time is the server's.
 * @param patience milliseconds after which a server that says nothing is taken for lost
 */
export function openPostgresStore(url: string, { patience = PATIENCE } = {}): Store {
  const { ask, close } = openConnection(url, patience);
  const { hostname, pathname } = new URL(url);
  return {
    name: `the database ${hostname}${pathname}`,
    now: async () => {
      const [row] = await ask<{ now: Date }>('select clock_timestamp() as now');
      if (!row) throw new Error('Postgres has not told the time.');
      return row.now;
    },
    version: (id) => readVersion(ask, id),
    push: (version) => writeVersion(ask, version),
    live: () => readLive(ask),
    publish: (release, after) => writeRelease(ask, release, after),
    history: (limit, before) => readReleases(ask, limit, before),
    approve: (approval) => writeApproval(ask, approval),
    approvals: () => readApprovals(ask),
    register: (release) => writeClient(ask, release),
    retire: (client, version, by) => removeClient(ask, client, version, by),
    clients: () => readClients(ask),
    record: (batch) => writeBatch(ask, batch),
    usage: (since) => readUsage(ask, since),
    close,
  };
}
