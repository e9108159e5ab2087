import type fc from 'fast-check';

/** Lets the scheduler choose when jest's clock goes on to its next timer, as it chooses what else comes next. */
export function scheduledTime(scheduler: fc.Scheduler) {
  let isRunning = false;
  return {
    isRunning: () => isRunning,
    async pass(): Promise<void> {
      isRunning = true;
      await scheduler.schedule(Promise.resolve(), 'time passes');
      await jest.advanceTimersToNextTimerAsync();
      isRunning = false;
    },
  };
}
