import type { ExecutionResult } from 'graphql';
import type { Subscription } from '../../operations';
import type { Beginning } from '../../subscriptions/sharing/cursors';
import { openShare } from '../../subscriptions/sharing/share';
import type { Listener } from '../../subscriptions/sharing/source';
import { mapLive } from '../../execution/live';
import { settled } from './until';

/** A room whose streams say what they are told to, each by its number. */
function room(first: readonly string[] = []) {
  const streams: { push(state: string): void; end(): void; open: boolean }[] = [];
  const allowed = { value: true };
  function open() {
    const waiting = [...first];
    let wake = () => {};
    let ended = false;
    const stream = {
      push: (state: string) => (waiting.push(state), wake()),
      end: () => ((ended = true), (stream.open = false), wake()),
      open: true,
    };
    streams.push(stream);
    const events: AsyncIterableIterator<ExecutionResult> = {
      async next() {
        while (waiting.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve));
        const state = waiting.shift();
        return state === undefined ? { value: undefined, done: true } : { value: { data: { state } }, done: false };
      },
      async return() {
        stream.open = false;
        return { value: undefined, done: true };
      },
      [Symbol.asyncIterator]: () => events,
    };
    return mapLive(events, { map: async (event) => event });
  }
  const subscription = {
    open: async () => open(),
    isAllowed: async () => allowed.value,
  } as unknown as Subscription;
  const tell = (state: string) => streams.filter(({ open: isOpen }) => isOpen).forEach(({ push }) => push(state));
  const openStreams = () => streams.filter(({ open: isOpen }) => isOpen).length;
  return { streams, allowed, subscription, tell, openStreams };
}

function listener() {
  const heard: string[] = [];
  const ends: unknown[] = [];
  const each: Listener = {
    next: ({ text }) => heard.push((JSON.parse(text) as { data: { state: string } }).data.state),
    end: (errors) => void ends.push(errors),
    relief: () => undefined,
  };
  return { ...each, heard, ends };
}

async function shared(beginning: Beginning, world = room()) {
  const onEmpty = jest.fn();
  const join = openShare(beginning, onEmpty);
  async function come() {
    const client = listener();
    const leave = (await join(world.subscription, client)) as () => void;
    await settled();
    return { ...client, leave };
  }
  const tell = async (state: string) => {
    world.tell(state);
    await settled();
  };
  return { ...world, tell, come, onEmpty };
}

describe('whoever comes before the first event', () => {
  it.each(['now', 'at-cursor', 'unknown'] as const)('(%s) shares the source', async (beginning) => {
    const { come, tell, openStreams } = await shared(beginning);
    const clients = [await come(), await come(), await come()];
    expect(openStreams()).toBe(1);
    await tell('a');
    expect(clients.map(({ heard }) => heard)).toEqual([['a'], ['a'], ['a']]);
  });

  it('given that all come at once, then there is one source, and all hear what it has at hand', async () => {
    const { come, openStreams } = await shared('unknown', room(['a', 'b']));
    const clients = await Promise.all([come(), come(), come()]);
    expect(openStreams()).toBe(1);
    expect(clients.map(({ heard }) => heard)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });
});

describe('a latecomer', () => {
  it('given a stream of what happens next, then it joins', async () => {
    const { come, tell, openStreams } = await shared('now');
    const early = await come();
    await tell('a');
    const late = await come();
    expect(openStreams()).toBe(1);
    await tell('b');
    expect([early.heard, late.heard]).toEqual([['a', 'b'], ['b']]);
  });

  it('given a stream from a cursor on, then it has its own, and hears all from there', async () => {
    const { come, tell, openStreams } = await shared('at-cursor', room(['missed 1', 'missed 2']));
    const early = await come();
    const late = await come();
    expect(openStreams()).toBe(2);
    await tell('a');
    expect([early.heard, late.heard]).toEqual([
      ['missed 1', 'missed 2', 'a'],
      ['missed 1', 'missed 2', 'a'],
    ]);
    expect(openStreams()).toBe(2);
  });

  it('given a room that begins with the state of things, then it gets it, and from then on shares', async () => {
    const { come, tell, openStreams } = await shared('unknown', room(['now']));
    const early = await come();
    const late = await come();
    expect([early.heard, late.heard, openStreams()]).toEqual([['now'], ['now'], 1]);
    await tell('then');
    expect([early.heard, late.heard]).toEqual([
      ['now', 'then'],
      ['now', 'then'],
    ]);
  });

  it('given a room that begins with what happens next, then it shares from the next event on', async () => {
    const { come, tell, openStreams } = await shared('unknown');
    const early = await come();
    await tell('a');
    const late = [await come(), await come()];
    expect(openStreams()).toBe(2);
    await tell('b');
    expect(openStreams()).toBe(1);
    await tell('c');
    expect([early.heard, ...late.map(({ heard }) => heard)]).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
      ['b', 'c'],
    ]);
  });

  it('given a source that has told less than the other, then they stay apart though the last is the same', async () => {
    const { come, streams, openStreams } = await shared('unknown');
    const early = await come();
    streams[0]?.push('a');
    await settled();
    const late = await come();
    for (const state of ['b', 'c', 'b']) streams[0]?.push(state);
    await settled();
    streams[1]?.push('b');
    await settled();
    expect(openStreams()).toBe(2);
    for (const state of ['c', 'b']) streams[1]?.push(state);
    await settled();
    expect([early.heard, late.heard, openStreams()]).toEqual([['a', 'b', 'c', 'b'], ['b', 'c', 'b'], 1]);
  });
});

describe('the end', () => {
  it('given that the last client leaves, then the room is left at once, and nothing is kept', async () => {
    const { come, openStreams, onEmpty } = await shared('now');
    const [one, other] = [await come(), await come()];
    one.leave();
    expect([openStreams(), onEmpty.mock.calls.length]).toEqual([1, 0]);
    other.leave();
    expect([openStreams(), onEmpty.mock.calls.length]).toEqual([0, 1]);
  });

  it('given that the room ends the stream, then all are told, and who comes next begins anew', async () => {
    const { come, streams, openStreams } = await shared('now');
    const clients = [await come(), await come()];
    streams[0]?.end();
    await settled();
    expect(clients.map(({ ends }) => ends)).toEqual([[undefined], [undefined]]);
    await come();
    expect([streams.length, openStreams()]).toEqual([2, 1]);
  });

  it('given rights that are gone at an event, then nobody sees it, and all are told why', async () => {
    const { come, tell, allowed, openStreams } = await shared('unknown');
    const client = await come();
    await tell('a');
    allowed.value = false;
    await tell('secret');
    expect(client.heard).toEqual(['a']);
    expect(client.ends).toEqual([[expect.objectContaining({ extensions: { code: 'FORBIDDEN' } })]]);
    expect(openStreams()).toBe(0);
  });
});
