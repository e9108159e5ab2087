import { manualTimers } from '../../../platform/subgraph/test/callbacks/timers';
import { following } from '../../supergraph/registry/following';
import type { Outcome } from '../../supergraph/registry/pauses';
import { pauseAfter } from '../../supergraph/registry/pauses';

const turns = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

describe('how long a gateway waits until it asks again', () => {
  const longest = (outcome: Outcome, troubled: number, took = 0) =>
    pauseAfter(outcome, { troubled, took, random: () => 1 });

  it('given trouble, then twice as long each time, up to half a minute', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 50].map((troubled) => longest('failed', troubled))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
    ]);
    expect(longest('refused', 3)).toBe(4_000);
  });

  it('given many gateways, then they do not come back at one moment', () =>
    expect(pauseAfter('failed', { troubled: 1, took: 0, random: () => 0 })).toBe(500));

  it('given a registry that answers at once instead of waiting, then a second at least', () => {
    expect(longest('same', 0, 200)).toBe(800);
    expect(longest('changed', 0, 20_000)).toBe(0);
  });
});

describe('looking again and again', () => {
  function follow(answer: (wait: number, signal: AbortSignal) => Promise<Outcome>) {
    const { timers, passPause, pausing } = manualTimers();
    const waits: number[] = [];
    const look = (wait: number, signal: AbortSignal) => (waits.push(wait), answer(wait, signal));
    const follower = following({ look, timers, random: () => 1, now: () => 0 });
    return { ...follower, waits, passPause, pausing };
  }
  const brokenOff = (signal: AbortSignal) =>
    new Promise<Outcome>((resolve) => signal.addEventListener('abort', () => resolve('broken_off')));

  it('given trouble that ends, then it begins with short pauses anew', async () => {
    const outcomes: Outcome[] = ['failed', 'failed', 'same', 'failed', 'failed'];
    const { passPause, stop } = follow(async () => outcomes.shift() ?? 'same');
    const pauses = [];
    for (let turn = 0; turn < 5; turn++) pauses.push(await passPause());
    expect(pauses).toEqual([500, 1_000, 1_000, 500, 1_000]);
    stop();
  });

  it('given a hint while it waits for another release, then it asks anew, and without waiting', async () => {
    const { hint, waits, passPause, stop } = follow(async (wait, signal) =>
      wait === 0 ? 'changed' : brokenOff(signal),
    );
    hint();
    expect(await passPause()).toBe(100);
    await turns();
    expect(waits).toEqual([30, 0, 30]);
    stop();
  });

  it('given a hint while it pauses, then it asks soon', async () => {
    const { hint, waits, pausing, passPause, stop } = follow(async () => 'failed');
    await pausing();
    hint();
    expect(await passPause()).toBe(500);
    expect(await passPause()).toBe(100);
    await turns();
    expect(waits).toEqual([30, 0, 30]);
    stop();
  });

  it('given any number of hints at a time, then it asks once, and gets its answer', async () => {
    let answer: (outcome: Outcome) => void = () => {};
    const { hint, waits, passPause, stop } = follow((wait, signal) =>
      wait === 0 ? new Promise((resolve) => (answer = resolve)) : brokenOff(signal),
    );
    for (let turn = 0; turn < 100; turn++) hint();
    await passPause();
    await turns();
    for (let turn = 0; turn < 100; turn++) hint();
    await turns();
    expect(waits).toEqual([30, 0]);
    answer('same');
    expect(await passPause()).toBe(100);
    await turns();
    expect(waits).toEqual([30, 0, 0]);
    stop();
  });

  it('given that it is stopped, then it asks no more', async () => {
    const { waits, stop } = follow(async (_wait, signal) => brokenOff(signal));
    stop();
    await turns();
    expect(waits).toEqual([30]);
  });
});
