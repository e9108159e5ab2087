import '../nodeVersion';
import { createLog } from '../log';
import { isDistributed } from '../serviceSettings';
import { readSettings, SettingsError } from '../settings';
import { fail, obeySignals, say } from '../terminal';
import { startSealing, type Sealing } from './start';

async function main(): Promise<void> {
  let sealing: Sealing | null = null;
  obeySignals(() => sealing);
  const settings = readSettings(process.env);
  if (!isDistributed(settings))
    throw new SettingsError('Say where the rooms are: ORDERS_URL=http://orders:4000 and so on.');
  sealing = await startSealing(settings, createLog(settings.LOG_LEVEL));
  say(`Ready: a router sends operations for orders to ${sealing.url}/orders/graphql, and so on.`);
}

main().catch(fail);
