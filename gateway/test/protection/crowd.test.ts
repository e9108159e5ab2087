import type { Timers } from '../../../platform/kernel/timers';
import { usualProtection } from '../../protection/protection';
import { crowd, GROUP } from '../../protection/rates/crowd';
import { startTestEdge } from '../edge';

/** A crowd whose seconds pass when the test says so. */
function door(longest = 500) {
  let second = () => {};
  const timers: Timers = { every: (_, run) => ((second = run), () => {}), pause: async () => {} };
  const { enter } = crowd(longest, timers);
  const leaves: (() => void)[] = [];
  /** Answers how many of them were let in. */
  const come = (count: number) => {
    const before = leaves.length;
    for (let each = 0; each < count; each += 1) {
      const leave = enter();
      if (leave) leaves.push(leave);
    }
    return leaves.length - before;
  };
  const go = (count = leaves.length) => leaves.splice(0, count).forEach((leave) => leave());
  return { come, go, pass: () => second() };
}

it('given that nobody knows yet how much can be done, then a group is let in, and no more', () => {
  expect(door().come(10_000)).toBe(GROUP);
});

it('given one that has been answered, then the next is let in', () => {
  const { come, go } = door();
  come(GROUP);
  go(3);
  expect(come(10)).toBe(3);
});

it('given that much is done in a second, then as many are let in as wait no longer than they may', () => {
  const { come, go, pass } = door(500);
  for (let round = 0; round < 100; round += 1) {
    come(100);
    go();
  }
  pass();
  expect(come(20_000)).toBe(5_000);
});

it('given a quiet while, then what could be done is remembered for ten seconds, and no longer', () => {
  const { come, go, pass } = door(500);
  for (let round = 0; round < 100; round += 1) {
    come(100);
    go();
  }
  for (let seconds = 0; seconds < 10; seconds += 1) pass();
  expect(come(20_000)).toBe(5_000);
  go();
  for (let seconds = 0; seconds < 11; seconds += 1) pass();
  expect(come(20_000)).toBe(GROUP);
});

it('given some that hang for more than two seconds, then they are in nobody’s way', () => {
  const { come, pass } = door();
  come(GROUP);
  pass();
  expect(come(1)).toBe(0);
  pass();
  expect(come(10_000)).toBe(GROUP);
});

it('given more at the endpoint than may wait, then the rest is told to come again, and those inside are answered', async () => {
  const edge = await startTestEdge({ protection: { ...usualProtection, longestWait: 500 } });
  const asked = Array.from({ length: 3 * GROUP }, () => edge.query('{ slow }'));
  const refusals: Awaited<(typeof asked)[number]>[] = [];
  const rest = asked.map((each) => each.then((answer) => answer.status === 429 && refusals.push(answer)));
  while (refusals.length === 0) await Promise.race([...rest, new Promise(setImmediate)]);
  const [refused] = refusals;
  expect(refused?.headers.get('retry-after')).toBe('1');
  expect(refused?.body.errors?.[0]?.extensions).toEqual({ code: 'RATE_LIMITED', retryAfter: 1 });
  let isOver = false;
  const all = Promise.all(asked).finally(() => (isOver = true));
  while (!isOver) {
    edge.release();
    await new Promise(setImmediate);
  }
  const answered = (await all).filter(({ status }) => status === 200);
  expect(answered.length).toBeGreaterThanOrEqual(GROUP);
  expect(answered.length + refusals.length).toBe(3 * GROUP);
  expect((await edge.query('{ books(first: 1) { id } }')).status).toBe(200);
  await edge.stop();
});
