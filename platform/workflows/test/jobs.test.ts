import { unlessRunning } from '../jobs';

describe('a job whose time has come', () => {
  it('given that its last run goes on, is left for the next time', async () => {
    let runs = 0;
    let end = () => {};
    const tick = unlessRunning(() => {
      runs += 1;
      return new Promise<void>((resolve) => (end = resolve));
    });
    const first = tick();
    await tick();
    expect(runs).toBe(1);
    end();
    await first;
    void tick();
    expect(runs).toBe(2);
  });

  it('given that its last run has failed, runs', async () => {
    let runs = 0;
    const tick = unlessRunning(async () => {
      runs += 1;
      throw new Error('no database');
    });
    await expect(tick()).rejects.toThrow('no database');
    await expect(tick()).rejects.toThrow('no database');
    expect(runs).toBe(2);
  });
});
