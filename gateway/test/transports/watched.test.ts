import pino from 'pino';
import type { Timers } from '../../../platform/kernel/timers';
import type { RoomRequest, Transport } from '../../../platform/subgraph/transport';
import { balanced } from '../../transports/copies/balanced';
import { LostConnection } from '../../transports/subscriptions/events';
import { TurnedAway } from '../../transports/failures';
import { resilient } from '../../transports/resilient';
import { watched } from '../../transports/copies/watched';
import { contextOf } from '../protection/world';

const { envelope } = contextOf();
const query: RoomRequest = { query: '{ a }', envelope };
const mutation: RoomRequest = { query: 'mutation { a }', envelope };
const keyed: RoomRequest = { query: 'mutation { a(idempotencyKey: "k") }', envelope };
const log = pino({ level: 'silent' });

const settled = async () => {
  for (let count = 0; count < 20; count += 1) await Promise.resolve();
};

/** Two copies of a room, on a clock and with timers that the test moves. */
function world() {
  let time = 0;
  const beats: (() => void)[] = [];
  const timers: Timers = { every: (_, run) => (beats.push(run), () => {}), pause: async () => {} };

  function copy(name: string) {
    const state = { answers: true, lives: true, isOpen: true, isReady: true, calls: 0, left: 0 };
    const waiting: (() => void)[] = [];
    const ends: (() => void)[] = [];
    const goesOn = async () => {
      state.calls += 1;
      if (!state.isOpen) throw new TurnedAway('orders');
      if (!state.answers) await new Promise<void>((resolve) => waiting.push(resolve));
    };
    const transport: Transport = {
      execute: async () => (await goesOn(), { data: { name } }),
      async subscribe() {
        await goesOn();
        const over = { value: undefined, done: true as const };
        const next = () => new Promise<typeof over>((resolve) => ends.push(() => resolve(over)));
        const stream = { next, return: async () => (state.left++, over), [Symbol.asyncIterator]: () => stream };
        return stream;
      },
    };
    const patient = resilient(transport, { room: 'orders', log, retries: 0 });
    const signs = { lives: async () => state.lives, isReady: async () => state.isReady };
    const watch = watched(patient, { room: 'orders', ...signs, log, timers, now: () => time });
    const stop = () => void Object.assign(state, { answers: false, lives: false });
    const goOn = () => {
      Object.assign(state, { answers: true, lives: true });
      waiting.splice(0).forEach((go) => go());
    };
    const end = () => ends.splice(0).forEach((each) => each());
    return { state, watch, stop, goOn, end };
  }
  const [a, b] = [copy('a'), copy('b')];
  return {
    a,
    b,
    both: balanced(() => [a.watch, b.watch]),
    async pass(milliseconds: number) {
      time += milliseconds;
      await settled();
      for (const beat of beats) beat();
      await settled();
    },
  };
}
const nameIn = ({ data }: { data?: unknown }) => (data as { name: string }).name;

describe('a copy that stands still', () => {
  it.each([
    ['a query', query],
    ['a mutation with an idempotency key', keyed],
  ])('given %s that waits there, then the other one answers it after a second', async (_, request) => {
    const { a, both, pass } = world();
    a.stop();
    const answer = both.execute(request);
    await pass(999);
    expect(a.watch.state()).toBe('closed');
    await pass(1);
    expect(nameIn(await answer)).toBe('b');
  });

  it('given a mutation that waits there, then it goes on waiting, and is sent nowhere else', async () => {
    const { a, b, both, pass } = world();
    a.stop();
    const answer = both.execute(mutation);
    await pass(5_000);
    a.goOn();
    expect(nameIn(await answer)).toBe('a');
    expect(b.state.calls).toBe(0);
  });

  it('is not asked any more, until it says that it lives', async () => {
    const { a, both, pass } = world();
    a.stop();
    const first = both.execute(query);
    await pass(1_000);
    await first;
    expect(a.watch.state()).toBe('open');
    for (let count = 0; count < 4; count += 1) expect(nameIn(await both.execute(mutation))).toBe('b');
    a.goOn();
    await pass(250);
    const names = [await both.execute(query), await both.execute(query)].map(nameIn);
    expect(names.toSorted()).toEqual(['a', 'b']);
  });

  it('given a subscription that waits there, then it is opened at the other one, and left when it opens after all', async () => {
    const { a, b, both, pass } = world();
    a.stop();
    const opened = both.subscribe(query);
    await pass(1_000);
    await opened;
    a.goOn();
    await settled();
    expect([b.state.calls, a.state.left, b.state.left]).toEqual([1, 1, 0]);
  });
});

describe('a stream of events of a copy that stands still', () => {
  const lostIn = (steps: Promise<unknown>) =>
    steps.then(
      () => 'none',
      (error: unknown) => (error as Error).constructor,
    );

  it('is lost after five seconds, so that it begins anew elsewhere', async () => {
    const { a, both, pass } = world();
    const stream = (await both.subscribe(query)) as AsyncIterableIterator<unknown>;
    const step = lostIn(stream.next());
    a.stop();
    await pass(4_999);
    expect(a.watch.state()).toBe('closed');
    await pass(1);
    expect([await step, await lostIn(stream.next()), a.watch.state()]).toEqual([
      LostConnection,
      LostConnection,
      'open',
    ]);
  });

  it('given that nothing happens on it, then it stays', async () => {
    const { a, both, pass } = world();
    const stream = (await both.subscribe(query)) as AsyncIterableIterator<unknown>;
    const step = stream.next();
    for (let seconds = 0; seconds < 60; seconds += 5) await pass(5_000);
    a.end();
    expect([await step, a.watch.state()]).toEqual([{ value: undefined, done: true }, 'closed']);
  });

  it('given that it was left, then nobody asks for it any more', async () => {
    const { a, both, pass } = world();
    const stream = (await both.subscribe(query)) as AsyncIterableIterator<unknown>;
    await stream.return?.();
    a.stop();
    await pass(60_000);
    expect([a.state.left, a.watch.state()]).toEqual([1, 'closed']);
  });
});

describe('a copy that turns requests away', () => {
  /** Asks both so often that one that is not left out would be asked. */
  async function ask(both: Transport) {
    for (let count = 0; count < 4; count += 1) await both.execute(mutation);
  }

  it.each([
    ['a query', query],
    ['a mutation', mutation],
  ])(
    'given %s, then the other one answers it, and it is asked no more until it says that it is ready',
    async (_, first) => {
      const { a, both, pass } = world();
      Object.assign(a.state, { isOpen: false, isReady: false });
      expect(nameIn(await both.execute(first))).toBe('b');
      await ask(both);
      for (let count = 0; count < 4; count += 1) await pass(250);
      await ask(both);
      expect([a.state.calls, a.watch.state()]).toEqual([1, 'open']);
      Object.assign(a.state, { isOpen: true, isReady: true });
      await pass(250);
      await ask(both);
      expect([a.state.calls, a.watch.state()]).toEqual([3, 'closed']);
    },
  );

  it('given a subscription, then the other one takes it', async () => {
    const { a, b, both } = world();
    Object.assign(a.state, { isOpen: false, isReady: false });
    for (let count = 0; count < 4; count += 1) await both.subscribe(query);
    expect([a.state.calls, b.state.calls]).toEqual([1, 4]);
  });

  it('given that the other one does so too, then both are asked all the same', async () => {
    const { a, b, both } = world();
    for (const { state } of [a, b]) Object.assign(state, { isOpen: false, isReady: false });
    const answer = both.execute(mutation);
    Object.assign(b.state, { isOpen: true });
    expect(nameIn(await answer)).toBe('b');
  });

  it('given one who waits there, then he is answered', async () => {
    const { a, b, both, pass } = world();
    a.state.answers = false;
    const answer = both.execute(mutation);
    Object.assign(a.state, { isOpen: false, isReady: false });
    await ask(both);
    await pass(250);
    a.goOn();
    expect([nameIn(await answer), b.state.calls]).toEqual(['a', 4]);
  });
});

describe('a copy that is not left out', () => {
  it('is one that takes long, and says that it lives', async () => {
    const { a, both, pass } = world();
    a.state.answers = false;
    const answer = both.execute(query);
    for (let seconds = 0; seconds < 20; seconds += 1) await pass(1_000);
    a.goOn();
    expect([nameIn(await answer), a.watch.state()]).toEqual(['a', 'closed']);
  });

  it('is one that is asked nothing', async () => {
    const { a, pass } = world();
    a.stop();
    await pass(60_000);
    expect(a.watch.state()).toBe('closed');
  });

  it('given one who asks it all the same, since no other copy took it, then that one is let go at the next look', async () => {
    const { a, pass } = world();
    a.stop();
    const first = a.watch.execute(query).catch((error: Error) => error.message);
    await pass(1_000);
    const second = a.watch.execute(query).catch((error: Error) => error.message);
    await pass(250);
    expect([await first, await second]).toEqual(Array(2).fill('The room orders does not answer.'));
    a.goOn();
  });

  it('is one that answers others meanwhile', async () => {
    const { a, pass } = world();
    a.state.answers = false;
    const waits = a.watch.execute(mutation);
    Object.assign(a.state, { answers: true, lives: false });
    for (let count = 0; count < 5; count += 1) {
      await pass(900);
      await a.watch.execute(query);
    }
    expect(a.watch.state()).toBe('closed');
    a.goOn();
    await waits;
  });
});
