import type fc from 'fast-check';
import { violations } from './invariants';
import type { Shop } from './shop';
import { scheduledTime } from './time';

const MOST_TURNS = 20_000;

// Before a test's timers stand still.
const { setImmediate } = globalThis;
/** Everything that needs no time and no message happens. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Lets the scheduler choose what comes next, a message or time, until nothing is on its way. */
async function untilRest(scheduler: fc.Scheduler, isAtRest: () => boolean): Promise<void> {
  const time = scheduledTime(scheduler);
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    if (!time.isRunning() && jest.getTimerCount() > 0) void time.pass();
    if (scheduler.count() > 0) await scheduler.waitOne();
    await settled();
    if (scheduler.count() === 0 && jest.getTimerCount() === 0) {
      if (isAtRest()) return;
      throw new Error('Nothing is on its way, and not all is done.');
    }
  }
  throw new Error('It does not come to rest.');
}

/** Long enough for an order to have run out of time, and for what failed then to be tried again. */
const [FEWEST_ROUNDS, MOST_ROUNDS] = [2, 10];

/** Plays a shop to its end, and lets enough time go by for what rooms do by themselves. @returns what is wrong then */
export async function play(scheduler: fc.Scheduler, shop: Shop): Promise<string[]> {
  await untilRest(scheduler, shop.isAtRest);
  let wrong: string[] = [];
  for (let round = 1; round <= FEWEST_ROUNDS || (wrong.length > 0 && round <= MOST_ROUNDS); round += 1) {
    shop.passTime();
    await untilRest(scheduler, shop.isAtRest);
    wrong = violations(shop);
  }
  return wrong;
}
