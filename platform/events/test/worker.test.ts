import { startWorker } from '../worker';

const INTERVAL = 1_000_000;

describe('a worker', () => {
  it('given it is woken in the moment in which it comes to rest, works again', async () => {
    let rounds = 0;
    let wake = () => {};
    const worker = startWorker({
      async work() {
        rounds += 1;
        // Comes when the worker has seen that nothing is left, a few ticks later.
        if (rounds === 1) void Array.from({ length: 8 }).reduce<Promise<void>>((rest) => rest.then(), Promise.resolve());
        return false;
      },
      interval: INTERVAL,
      onError: (error) => {
        throw error;
      },
    });
    wake = worker.wake;
    for (let ticks = 0; ticks < 10; ticks++) {
      const before = rounds;
      const done = worker.drain();
      for (let tick = 0; tick < ticks; tick++) await null;
      // Whatever is there now must be seen by a round that begins from here.
      const seen = rounds;
      wake();
      await done;
      await new Promise(setImmediate);
      expect({ ticks, worked: rounds > seen, began: rounds > before }).toEqual({ ticks, worked: true, began: true });
    }
    await worker.stop();
  });
});
