import { openFolderStore } from '../../store/folder';
import { StaleReleaseError } from '../../store/store';
import { publishing, versionWith } from './story';

/** Publishes one version after the other, as fast as it can, until it is killed. */
async function main([folder = '', who = '']: readonly string[]): Promise<never> {
  const store = openFolderStore(folder);
  for (let count = 1; ; count += 1) {
    const version = versionWith(`${who}${count}`);
    await store.push(version);
    const after = (await store.live())?.number ?? 0;
    await store.publish(publishing(version.id, who), after).catch((error: unknown) => {
      if (!(error instanceof StaleReleaseError)) throw error;
    });
    process.stdout.write(`${who} ${count}\n`);
  }
}

void main(process.argv.slice(2));
