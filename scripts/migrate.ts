import { openDatabases } from '../gateway/databases';
import { readSettings } from '../gateway/settings';
import { explain } from '../gateway/startErrors';
import { migrateHouse } from '../platform/subgraph/house';
import { subgraphs } from '../subgraphs';

/** Brings every room's schema up to date, and starts nothing else: for a release that migrates before it rolls out. */
async function main(): Promise<void> {
  const databases = await openDatabases(readSettings(process.env), console.log);
  try {
    await migrateHouse(subgraphs, databases.urlOf, (room) => console.log(`${room} is up to date.`));
  } finally {
    await databases.stop();
  }
}

main().catch((error: unknown) => {
  console.error(`\n${explain(error)}`);
  process.exitCode = 1;
});
