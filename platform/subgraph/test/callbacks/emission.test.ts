import type { Called, Reply } from './router';
import pino from 'pino';
import { readRouters } from '../../callbacks/routers';
import { ask, startHost, startWorld, type World } from './world';

let world: World;
beforeEach(async () => void (world = await startWorld()));
afterEach(() => world.stop());

const event = (tick: number) => ({ data: { tick } });
/** Answers calls of one action so, as often as there are answers, and then as the protocol says. */
const first = (action: string, ...replies: Reply[]) => {
  return ({ body }: Called) => (body.action === action ? replies.shift() : undefined);
};
const always = (action: string, reply: Reply) => (call: Called) => (call.body.action === action ? reply : undefined);
const BUSY: Reply = { status: 503 };

describe('events', () => {
  it('come in order, each with the proof, and then the end', async () => {
    const { router, subscribe, extension } = world;
    await subscribe('subscription { three }', extension('one'));
    await router.heard('complete');
    const proof = { kind: 'subscription', id: 'one', verifier: 'proof' };
    expect(router.calls.map(({ body }) => body)).toEqual([
      { ...proof, action: 'check' },
      ...[1, 2, 3].map((three) => ({ ...proof, action: 'next', payload: { data: { three } } })),
      { ...proof, action: 'complete' },
    ]);
    for (const { path, headers } of router.calls)
      expect([path, headers['subscription-protocol']]).toEqual(['/callback/one', 'callback/1.0']);
  });

  it('given a router that is busy or cut off, then an event comes again, and those behind it wait', async () => {
    const { router, subscribe, tick, passPause } = world;
    await subscribe('subscription { tick }');
    router.answer(first('next', BUSY, 'cut', { status: 429 }));
    tick(1, 2);
    expect([await passPause(), await passPause(), await passPause()]).toEqual([100, 200, 400]);
    await router.heard('next', 5);
    expect(router.payloads()).toEqual([1, 1, 1, 1, 2].map(event));
  });

  it('given an event that is never taken, then it is sent six times, the end is told once, and the room is left', async () => {
    const { router, subscribe, tick, passPause, left, logged } = world;
    await subscribe('subscription { tick }');
    router.answer(() => BUSY);
    tick(1, 2);
    for (let pause = 0; pause < 5; pause++) await passPause();
    await router.heard('complete');
    await left();
    expect(router.actions()).toEqual(['check', ...Array.from({ length: 6 }, () => 'next'), 'complete']);
    expect(router.payloads()).toEqual(Array.from({ length: 6 }, () => event(1)));
    expect(router.calls.at(-1)?.body.errors).toEqual([
      { message: 'An event could not be delivered.', extensions: { code: 'UNAVAILABLE' } },
    ]);
    expect(logged.map(({ msg }) => msg)).toEqual(['a router cannot be reached any more']);
  });

  it.each([
    ['404: it has ended the subscription', 404, 0],
    ['401', 401, 1],
    ['a redirection', 302, 1],
  ])(
    'given %s, then the room is left and nothing more is sent; the log has what is odd',
    async (_what, status, lines) => {
      const { router, subscribe, tick, left, emitter, logged } = world;
      await subscribe('subscription { tick }');
      router.answer(always('next', { status }));
      tick(1, 2);
      await left();
      await emitter.stop();
      expect(router.actions()).toEqual(['check', 'next']);
      expect(logged).toHaveLength(lines);
    },
  );

  it('given an end that cannot be told, then it is told again', async () => {
    const { router, subscribe, passPause } = world;
    router.answer(first('complete', BUSY));
    await subscribe('subscription { three }');
    await passPause();
    await router.heard('complete', 2);
  });
});

describe('a stream that fails', () => {
  it('given a reason that may be told, then the end tells it', async () => {
    const { router, subscribe } = world;
    await subscribe('subscription { gone }');
    await router.heard('complete');
    expect(router.payloads()).toEqual([{ data: { gone: 1 } }]);
    expect(router.calls.at(-1)?.body.errors).toEqual([
      { message: 'The other room is gone.', extensions: { code: 'UNAVAILABLE' } },
    ]);
  });

  it('given one that may not, then only the log has it', async () => {
    const { router, subscribe, logged } = world;
    await subscribe('subscription { failing }');
    await router.heard('complete');
    expect(router.calls.at(-1)?.body.errors).toEqual([
      { message: 'Something failed in the room.', extensions: { code: 'INTERNAL' } },
    ]);
    expect(JSON.stringify(logged)).toContain('hunter2');
  });
});

/** Lets time pass until a sign of life has come: while one is on its way, there is no other. */
async function sign({ router, beat }: World): Promise<void> {
  const before = router.count('check');
  do {
    beat();
    await new Promise(setImmediate);
  } while (router.count('check') === before);
}

describe('signs of life', () => {
  it('come as often as the router wants them, while nothing happens', async () => {
    const { router, subscribe, extension, intervals } = world;
    await subscribe('subscription { tick }', { ...extension('one'), heartbeatIntervalMs: 250 });
    expect(intervals()).toEqual([250]);
    for (let signs = 0; signs < 3; signs++) await sign(world);
    const check = { kind: 'subscription', action: 'check', id: 'one', verifier: 'proof' };
    expect(router.calls.map(({ body }) => body)).toEqual([check, check, check, check]);
  });

  it('given 0, then there are none', async () => {
    const { router, subscribe, extension, intervals, tick } = world;
    await subscribe('subscription { tick }', { ...extension(), heartbeatIntervalMs: 0 });
    tick(1);
    await router.heard('next');
    expect(intervals()).toEqual([]);
  });

  it('end with the subscription', async () => {
    const { router, subscribe, intervals } = world;
    await subscribe('subscription { three }');
    await router.heard('complete');
    expect(intervals()).toEqual([]);
  });

  it.each([404, 401])('given %i, then the room is left and nothing more is sent', async (status) => {
    const { router, subscribe, beat, left, emitter, tick } = world;
    await subscribe('subscription { tick }');
    router.answer(() => ({ status }));
    beat();
    await left();
    tick(1);
    await emitter.stop();
    expect(router.actions()).toEqual(['check', 'check']);
  });

  it('given 404 while an event is being sent again, then it is not', async () => {
    const { router, subscribe, tick, beat, pausing, left, emitter } = world;
    await subscribe('subscription { tick }');
    router.answer(({ body }) => (body.action === 'next' ? BUSY : { status: 404 }));
    tick(1);
    await pausing();
    beat();
    await left();
    await emitter.stop();
    expect(router.actions()).toEqual(['check', 'next', 'check']);
  });

  it('given two in a row that are lost, then it goes on; given three, then the room is left', async () => {
    const { router, subscribe, left } = world;
    await subscribe('subscription { tick }');
    router.answer(first('check', 'cut', 'cut', { status: 204 }, 'cut', 'cut', 'cut'));
    for (let signs = 0; signs < 6; signs++) await sign(world);
    await router.heard('complete');
    await left();
    expect(router.actions()).toEqual(['check', ...Array.from({ length: 6 }, () => 'check'), 'complete']);
  });
});

describe('a room that stops', () => {
  const stopped = [{ message: 'The room stops. Subscribe again.', extensions: { code: 'UNAVAILABLE' } }];

  it('tells all routers that it ends, and leaves the room', async () => {
    const { router, subscribe, emitter, open } = world;
    for (let count = 0; count < 3; count++) await subscribe('subscription { tick }');
    await emitter.stop();
    expect(open()).toBe(0);
    const ends = router.calls.filter(({ body }) => body.action === 'complete');
    expect(ends.map(({ body }) => body.errors)).toEqual([stopped, stopped, stopped]);
  });

  it('given an event on its way, then that comes first', async () => {
    const { router, subscribe, emitter, tick } = world;
    await subscribe('subscription { tick }');
    tick(1);
    await router.heard('next');
    await emitter.stop();
    expect(router.actions()).toEqual(['check', 'next', 'complete']);
  });

  it('given an event that is being sent again, then it does not wait for it', async () => {
    const { router, subscribe, emitter, tick, pausing } = world;
    await subscribe('subscription { tick }');
    router.answer(always('next', BUSY));
    tick(1);
    await pausing();
    await emitter.stop();
    expect(router.actions()).toEqual(['check', 'next', 'complete']);
  });

  it('given a stream that neither goes on nor ends, then it does not wait for it', async () => {
    const { router, extension } = world;
    const never = () => new Promise<never>(() => {});
    const stream: AsyncIterableIterator<never> = { next: never, return: never, [Symbol.asyncIterator]: () => stream };
    const routers = readRouters(router.origin);
    const stuck = await startHost({ subscribe: async () => stream }, { routers, log: pino({ level: 'silent' }) });
    expect((await ask(stuck.url, 'subscription { tick }', extension())).status).toBe(200);
    await stuck.emitter.stop();
    expect(router.actions()).toEqual(['check', 'complete']);
    await stuck.stop();
  });

  it('takes nothing on any more', async () => {
    const { subscribe, emitter } = world;
    await emitter.stop();
    const { status, body } = await subscribe('subscription { tick }');
    expect([status, body.errors]).toEqual([503, stopped]);
  });

  it('given a subscription that is being confirmed, then it ends at once', async () => {
    const { router, subscribe, emitter } = world;
    let stopping: Promise<void> | undefined;
    router.answer(() => void (stopping ??= emitter.stop()));
    expect((await subscribe('subscription { tick }')).status).toBe(200);
    await stopping;
    expect(router.actions()).toEqual(['check', 'complete']);
  });
});
