import '../gateway/nodeVersion';
import { fail, obeySignals, say } from '../gateway/terminal';
import { startService, type Service } from './service';

/** Whoever stops must be gone by then, whatever is in the way. */
const LAST_MOMENT = 28_000;

/** Runs one room as a service: `serve orders`. */
async function main(): Promise<void> {
  let service: Service | null = null;
  obeySignals(() => service && { stop: service.stop }, LAST_MOMENT);
  service = await startService(process.argv.slice(2), process.env, say);
  say(`Ready: ${service.room} at ${service.url}`);
}

main().catch(fail);
