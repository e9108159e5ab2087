import { startWorker } from '../worker';

const forever = 2 ** 31 - 1;
const failed = (error: unknown) => {
  throw error;
};

describe('a worker', () => {
  it('given a wake in whatever moment of its work, then it looks once more', async () => {
    for (let moment = 0; moment < 20; moment += 1) {
      let looks = 0;
      const work = async () => (looks++, false);
      const worker = startWorker({ work, interval: forever, onError: failed });
      worker.wake();
      for (let tick = 0; tick < moment; tick += 1) await Promise.resolve();
      const before = looks;
      worker.wake();
      await new Promise(setImmediate);
      expect({ moment, again: looks > before }).toEqual({ moment, again: true });
      await worker.stop();
    }
  });

  it('given work that fails, then it tells and can be woken again', async () => {
    const errors: unknown[] = [];
    let looks = 0;
    const work = async () => {
      looks += 1;
      throw new Error('no database');
    };
    const worker = startWorker({ work, interval: forever, onError: (error) => void errors.push(error) });
    for (let wake = 1; wake <= 2; wake += 1) {
      worker.wake();
      await new Promise(setImmediate);
      expect([looks, errors.length]).toEqual([wake, wake]);
    }
    await worker.stop();
  });

  it('given that it was stopped, then it works no more', async () => {
    let looks = 0;
    const worker = startWorker({ work: async () => (looks++, false), interval: forever, onError: failed });
    await worker.stop();
    worker.wake();
    await worker.drain();
    expect(looks).toBe(0);
  });
});
