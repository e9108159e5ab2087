import type { Leaving } from '../../../platform/kernel/leaving';
import { flights, type Flights } from '../../execution/flights';

let shared: Flights<string>;
let begun: { signal: Leaving; land: (answer: string) => void; fail: (error: Error) => void }[];
beforeEach(() => {
  shared = flights();
  begun = [];
});

const work = (signal: Leaving) => new Promise<string>((land, fail) => void begun.push({ signal, land, fail }));
const ask = (key = 'a', leaving?: AbortSignal) => shared.join(key, work, leaving);
const landing = (answer: string, index = 0) => begun[index]?.land(answer);

describe('work that several wait for', () => {
  it('given the same key while it is under way, then it is done once for all', async () => {
    const asking = [ask(), ask(), ask()];
    landing('done');
    expect(await Promise.all(asking)).toEqual(['done', 'done', 'done']);
    expect(begun).toHaveLength(1);
  });

  it('given another key, then it is done anew', async () => {
    const asking = [ask('a'), ask('b')];
    landing('of a', 0);
    landing('of b', 1);
    expect(await Promise.all(asking)).toEqual(['of a', 'of b']);
  });

  it('given that it is over, then it is done anew', async () => {
    const first = ask();
    landing('first');
    await first;
    const second = ask();
    landing('second', 1);
    expect(await second).toBe('second');
  });

  it('given that it fails, then it fails for all, and is tried anew by whoever comes next', async () => {
    const asking = [ask(), ask()];
    begun[0]?.fail(new Error('no luck'));
    expect(await Promise.allSettled(asking)).toMatchObject([
      { reason: { message: 'no luck' } },
      { reason: { message: 'no luck' } },
    ]);
    const next = ask();
    landing('luck', 1);
    expect(await next).toBe('luck');
  });

  it('given that it was closed, then those who wait are answered, and nobody joins them', async () => {
    const before = ask();
    shared.close();
    const after = ask();
    landing('old', 0);
    landing('new', 1);
    expect(await Promise.all([before, after])).toEqual(['old', 'new']);
  });
});

describe('whoever waits no longer', () => {
  const leaver = () => new AbortController();

  it('leaves the others waiting', async () => {
    const one = leaver();
    const left = ask('a', one.signal);
    const stays = ask('a', leaver().signal);
    one.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    expect(begun[0]?.signal.aborted).toBe(false);
    landing('done');
    expect(await stays).toBe('done');
  });

  it('given all of them, then the work is aborted, and whoever comes next has it done anew', async () => {
    const [one, other] = [leaver(), leaver()];
    const left = [ask('a', one.signal), ask('a', other.signal)];
    one.abort(new Error('gone'));
    other.abort(new Error('gone'));
    await Promise.allSettled(left);
    expect(begun[0]?.signal.aborted).toBe(true);
    const next = ask('a', leaver().signal);
    landing('done', 1);
    expect(await next).toBe('done');
  });

  it('given one who cannot leave, then the work goes on for them', async () => {
    const one = leaver();
    const left = ask('a', one.signal);
    const stays = ask('a');
    one.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    expect(begun[0]?.signal.aborted).toBe(false);
    landing('done');
    expect(await stays).toBe('done');
  });

  it('given that they have left before they ask, then nothing is begun', async () => {
    await expect(ask('a', AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    expect(begun).toHaveLength(0);
  });
});
