import type { Timers } from '../../../platform/kernel/timers';
import { usualProtection } from '../../protection/protection';
import { crowd, GROUP, LEAST } from '../../protection/rates/crowd';
import { startTestEdge } from '../edge';

/** A crowd whose time passes when the test says so. */
function door(longest = 500) {
  let second = () => {};
  let time = 0;
  const timers: Timers = { every: (_, run) => ((second = run), () => {}), pause: async () => {} };
  const { enter } = crowd(longest, timers, () => time);
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
  /** So many are answered, each after so many milliseconds. */
  const answer = (count: number, milliseconds = 0) => {
    for (let left = count; left > 0; left -= LEAST) {
      come(Math.min(LEAST, left));
      time += milliseconds;
      go();
    }
  };
  return { come, go, answer, pass: (seconds = 1) => Array.from({ length: seconds }).forEach(() => second()) };
}

it('given that nobody has had to wait, then a group is let in, and no more', () => {
  expect(door().come(10_000)).toBe(GROUP);
});

it('given one that has been answered, then the next is let in', () => {
  const { come, go } = door();
  come(GROUP);
  go(3);
  expect(come(10)).toBe(3);
});

it('given that much is done in a second, then as many are let in as wait no longer than they may', () => {
  const { come, answer, pass } = door(500);
  answer(10_000);
  pass();
  expect(come(20_000)).toBe(5_000);
});

it('given a quiet while, then what could be done is remembered for ten seconds, and no longer', () => {
  const { come, go, answer, pass } = door(500);
  answer(10_000);
  pass(10);
  expect(come(20_000)).toBe(5_000);
  go();
  pass(11);
  expect(come(20_000)).toBe(GROUP);
});

it('given that all had to wait for longer than they may, then fewer are let in, for as long as others are sent away', () => {
  const { come, go, answer, pass } = door(500);
  answer(160, 600);
  pass();
  expect(come(1_000)).toBe(80);
  go();
  pass();
  expect(come(1_000)).toBe(80);
  go();
  pass();
  expect(come(10)).toBe(10);
  go();
  pass();
  expect(come(1_000)).toBe(GROUP);
});

it('given however slow a machine, then a few are let in', () => {
  const { come, answer, pass } = door(500);
  answer(4, 5_000);
  pass();
  expect(come(1_000)).toBe(LEAST);
});

it('given some that hang for more than two seconds, then they are in nobody’s way, and say nothing of the others', () => {
  const { come, go, pass } = door();
  come(GROUP);
  pass();
  expect(come(1)).toBe(0);
  pass();
  expect(come(10)).toBe(10);
  go();
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
