import type { Timers } from '../../../platform/kernel/timers';
import { usualProtection } from '../../protection/protection';
import { crowd, GROUP, LEAST } from '../../protection/rates/crowd';
import { startTestEdge, type TestEdge } from '../edge';

/** A crowd whose time passes when the test says so, and whose luck is that of the test. */
function door(longest = 500, luck = 0.5) {
  let second = () => {};
  let time = 0;
  const timers: Timers = { every: (_, run) => ((second = run), () => {}), pause: async () => {} };
  const { enter, retryAfter } = crowd(longest, { timers, clock: () => time, random: () => luck });
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
  /** How many would be let in now, who leave at once. */
  const room = () => {
    const found = come(100_000);
    go();
    return found;
  };
  const wait = (milliseconds: number) => void (time += milliseconds);
  return {
    come,
    go,
    wait,
    answer,
    room,
    retryAfter,
    pass: (seconds = 1) => Array.from({ length: seconds }).forEach(second),
  };
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
  const { answer, room, pass } = door(500);
  answer(10_000);
  pass();
  expect(room()).toBe(5_000);
});

it('given quiet seconds after much was done, then little by little only a group is let in again', () => {
  const { answer, come, pass } = door(500);
  answer(10_000);
  pass(11);
  const soon = come(100_000);
  expect(soon).toBeGreaterThan(1_000);
  expect(soon).toBeLessThan(5_000);
  const later = door(500);
  later.answer(10_000);
  later.pass(100);
  expect(later.come(100_000)).toBe(GROUP);
});

it('given that all had to wait for longer than they may, then at once only as many are let in as are answered in time', () => {
  const { answer, room, pass } = door(500);
  answer(160, 600);
  pass();
  expect(room()).toBe(80);
});

it('given that fewer are let in and do not wait, then more are, little by little, up to a group', () => {
  const { answer, come, pass } = door(500);
  answer(80, 600);
  pass();
  pass(3);
  const soon = come(100_000);
  expect(soon).toBeGreaterThan(40);
  expect(soon).toBeLessThan(60);
  const later = door(500);
  later.answer(80, 600);
  later.pass(20);
  expect(later.come(100_000)).toBe(GROUP);
});

it('given that some were sent away while nobody had to wait, then more than a group are let in', () => {
  const { come, go, pass } = door(500);
  come(GROUP + 1);
  go();
  pass();
  expect(come(100_000)).toBeGreaterThan(GROUP);
});

it('given however slow a machine, then a few are let in', () => {
  const { come, answer, pass } = door(500);
  answer(LEAST + 1, 5_000);
  pass();
  expect(come(1_000)).toBe(LEAST);
});

it('given a few who waited long for something else, then they are no crowd, and a group is let in', () => {
  const { come, answer, pass } = door(500);
  answer(7, 5_000);
  pass();
  expect(come(1_000)).toBe(GROUP);
});

it('given a few who waited long while others were sent away, then fewer are let in', () => {
  const { come, go, wait, answer, room, pass } = door(500);
  answer(40, 600);
  pass();
  expect(come(1_000)).toBe(20);
  wait(600);
  go();
  pass();
  expect(room()).toBe(LEAST);
});

it('given some who waited a little while others were sent away, then far more are let in', () => {
  const { come, go, wait, answer, room, pass } = door(500);
  answer(80, 600);
  pass();
  expect(come(1_000)).toBe(40);
  wait(100);
  go();
  pass();
  expect(room()).toBe(60);
});

describe('when one who is sent away may come again', () => {
  /** In the second before, so many were answered at once and so many sent away. */
  const after = (answered: number, refused: number, luck: number) => {
    const { come, go, pass, answer, retryAfter } = door(500, luck);
    answer(answered - GROUP);
    come(GROUP + refused);
    go();
    pass();
    return retryAfter();
  };

  it('given fewer sent away than answered, then in a second', () => {
    expect(after(200, 150, 0.99)).toBe(1);
  });

  it('given six times as many, then in six seconds on average, and not all at once', () => {
    expect([0, 0.5, 1].map((luck) => after(200, 1_200, luck))).toEqual([1, 6, 11]);
  });

  it('given however many, then within a minute', () => {
    expect(after(100, 1_000_000, 1)).toBeLessThanOrEqual(60);
  });
});

it('given some that hang for more than two seconds, then they are in nobody’s way', () => {
  const { come, pass } = door();
  come(GROUP);
  pass();
  expect(come(1)).toBe(0);
  pass();
  expect(come(10)).toBe(10);
  pass();
  expect(come(10_000)).toBe(GROUP - 10);
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

describe('queries and mutations that come by another way', () => {
  let edge: TestEdge;
  let asked: Promise<unknown>[];
  beforeEach(async () => {
    edge = await startTestEdge({ protection: { ...usualProtection, longestWait: 500 } });
    let refused = false;
    asked = Array.from({ length: GROUP + 20 }, () =>
      edge.query('{ slow }').then(({ status }) => void (refused ||= status === 429)),
    );
    while (!refused) await new Promise(setImmediate);
  });
  afterEach(async () => {
    let isOver = false;
    void Promise.all(asked).finally(() => (isOver = true));
    while (!isOver) {
      edge.release();
      await new Promise(setImmediate);
    }
    await edge.stop();
  });

  it('given no room over HTTP, then there is none over a WebSocket', async () => {
    const { value } = await edge.socket().iterate({ query: '{ books(first: 1) { id } }' }).next();
    expect(value).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED', retryAfter: 1 } }] });
  });

  it('given no room over HTTP, then there is none over Server-Sent Events', async () => {
    const answer = await fetch(`${edge.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: '{ books(first: 1) { id } }' }),
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
  });
});
