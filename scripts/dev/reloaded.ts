import { createLog } from '../../gateway/log';
import { readSettings } from '../../gateway/settings';
import { fail, obeySignals, say } from '../../gateway/terminal';
import type { Passes } from './passes';
import { startDev, type Dev } from './start';

/** What is begun anew whenever a file changes: started by `main.ts`, which has its database. */
async function main(): Promise<void> {
  let dev: Dev | null = null;
  obeySignals(() => dev);
  const [only = '', passes = '{}'] = process.argv.slice(2);
  const settings = readSettings(process.env);
  const { fixed } = JSON.parse(passes) as Passes;
  const databaseUrl = (owner: string) => settings.roomDatabases[owner] as string;
  dev = await startDev({ only, settings, databaseUrl, fixed, log: createLog(settings.LOG_LEVEL) });
  say(`Ready: ${only} from source, the others from their schemas. The explorer is at ${dev.url}/`);
}

main().catch(fail);
