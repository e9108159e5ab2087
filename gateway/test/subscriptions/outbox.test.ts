import { backlog } from '../../subscriptions/backlog';
import { outbox } from '../../subscriptions/outbox';
import { newTally } from '../../subscriptions/tally';

describe('a backlog', () => {
  it('keeps the order of what must come in full', () => {
    const waiting = backlog(100);
    for (const text of ['a', 'b', 'c']) waiting.add('updates', text, false);
    expect([waiting.take(), waiting.take(), waiting.take(), waiting.take()]).toEqual(['a', 'b', 'c', undefined]);
  });

  it('of a state keeps the newest alone, and of each its own', () => {
    const waiting = backlog(100);
    waiting.add('one', '1', true);
    waiting.add('two', '2', true);
    waiting.add('one', '3', true);
    expect([waiting.take(), waiting.take(), waiting.take()]).toEqual(['2', '3', undefined]);
  });

  it('given no room, then it refuses; one entry has room whatever its size', () => {
    const waiting = backlog(10);
    expect(waiting.add('a', 'x'.repeat(50), false)).toBe(true);
    expect(waiting.add('b', 'y', false)).toBe(false);
    waiting.take();
    expect(waiting.add('b', 'y', false)).toBe(true);
  });
});

/** A client that takes something only when it is told to. */
function slowClient(limits = { buffer: 10, waiting: 100, patience: 50 }) {
  const taken: string[] = [];
  const onTheWay: { text: string; sent: () => void }[] = [];
  const tooSlow = jest.fn();
  const tally = newTally();
  const wire = {
    buffered: () => onTheWay.reduce((bytes, { text }) => bytes + text.length, 0),
    write: (text: string, sent: () => void) => void onTheWay.push({ text, sent }),
  };
  return {
    ...outbox(wire, limits, tooSlow, tally),
    tally,
    taken,
    tooSlow,
    take() {
      const first = onTheWay.shift();
      if (!first) return;
      taken.push(first.text);
      first.sent();
    },
    held: () => onTheWay.length,
  };
}

describe('an outbox', () => {
  it('given a client that takes everything, then it never waits', () => {
    const client = slowClient();
    for (let event = 0; event < 100; event++) {
      client.send('s', `event ${event}`, true);
      client.take();
    }
    expect(client.taken).toHaveLength(100);
    expect(client.relief()).toBeUndefined();
  });

  it('given a slow client, then it gets what was on its way, and then the newest state', async () => {
    const client = slowClient();
    for (let event = 0; event < 1000; event++) client.send('s', `event ${event}`, true);
    expect(client.held()).toBe(2);
    const relieved = client.relief();
    for (let turn = 0; turn < 5; turn++) client.take();
    await relieved;
    expect(client.taken).toEqual(['event 0', 'event 1', 'event 999']);
    expect(client.tally).toMatchObject({ coalesced: 997, tooSlow: 0 });
    expect(client.tooSlow).not.toHaveBeenCalled();
  });

  it('given more that must come in full than may wait, then the client is given up, once, and nothing is kept', () => {
    const client = slowClient();
    for (let event = 0; event < 1000; event++) client.send('s', `event ${event}`, false);
    expect(client.tooSlow).toHaveBeenCalledTimes(1);
    expect(client.tally).toMatchObject({ coalesced: 0, tooSlow: 1 });
    for (let turn = 0; turn < 50; turn++) client.take();
    expect(client.taken).toEqual(['event 0', 'event 1']);
  });

  it('given a client that takes nothing for too long, then it is given up', async () => {
    const client = slowClient();
    for (let event = 0; event < 3; event++) client.send('s', `event ${event}`, true);
    await client.relief();
    expect(client.tooSlow).toHaveBeenCalledTimes(1);
  });

  it('given a client that leaves, then whoever waits for it goes on', async () => {
    const client = slowClient();
    for (let event = 0; event < 3; event++) client.send('s', `event ${event}`, true);
    const relieved = client.relief();
    client.close();
    await relieved;
    expect(client.tooSlow).not.toHaveBeenCalled();
  });
});
