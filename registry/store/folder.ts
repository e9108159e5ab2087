import { systemClock, type Clock } from '../../platform/kernel/clock';
import { readApprovals, writeApproval } from './folder/approvals';
import { readClients, removeClient, writeClient } from './folder/clients';
import { filesBelow } from './folder/files';
import { readLive, readReleases, writeRelease } from './folder/releases';
import { readUsage, writeBatch } from './folder/usage';
import { readVersion, writeVersion } from './folder/versions';
import type { Author, Signed, Store } from './store';

/**
 * The registry as a folder of readable files, to be reviewed like code. Time is that of this process; releases are in order by
 * their number, and only by it.
 * @param folder must be there: a folder that is misspelt is not an empty registry
 */
export function openFolderStore(folder: string, clock: Clock = systemClock): Store {
  const files = filesBelow(folder);
  const sign = ({ by, commit }: Author): Signed => ({ by, at: clock.now().toISOString(), commit });
  return {
    name: `the folder ${folder}`,
    now: async () => clock.now(),
    version: (id) => readVersion(files, id),
    push: (version) => writeVersion(files, version, sign),
    live: () => readLive(files),
    publish: (release, after) => writeRelease(files, release, after, sign),
    history: (limit, before) => readReleases(files, limit, before),
    approve: (approval) => writeApproval(files, { ...approval, approved: sign(approval.approved) }),
    approvals: () => readApprovals(files),
    register: (release) => writeClient(files, { ...release, registered: sign(release.registered) }),
    retire: (client, version) => removeClient(files, client, version),
    clients: () => readClients(files),
    record: (batch) => writeBatch(files, batch, clock.now()),
    usage: (since) => readUsage(files, since),
    close: async () => {},
  };
}
