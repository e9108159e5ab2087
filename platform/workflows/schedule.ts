import { setMaxListeners } from 'node:events';
import { DBOS } from '@dbos-inc/dbos-sdk';
import { DAY } from '../kernel/clock';
import { unlessRunning } from './jobs';
import { removeEnded } from './retention';

// Far longer than an idempotency key lives: until then a saga is what answers for it.
const SAGAS_KEPT = 30 * DAY;

/** What is done again and again: once at each tick, however many processes there are. */
export function createSchedule() {
  const names: string[] = [];

  /** @param crontab six fields, seconds first */
  function every(crontab: string, name: string, work: () => Promise<void>): void {
    const run = unlessRunning(work);
    const tick = DBOS.registerWorkflow(async (_due: Date, _at: Date) => DBOS.runStep(run, { name: 'run' }), { name });
    DBOS.registerScheduled(tick, { name, crontab });
    names.push(name);
    // DBOS lets every schedule listen for the one signal that ends them; from eleven on Node would warn of a leak.
    setMaxListeners(names.length + 10);
  }

  return {
    every,
    names: names as readonly string[],
    /** Removes, each night, what DBOS keeps of ticks and of sagas that ended long ago. */
    keepTidy(): void {
      every('0 50 3 * * *', 'workflows.remove-what-is-over', async () => {
        await removeEnded(new Date(Date.now() - DAY), names);
        await removeEnded(new Date(Date.now() - SAGAS_KEPT));
      });
    },
  };
}
