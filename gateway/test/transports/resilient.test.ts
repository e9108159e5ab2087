import pino from 'pino';
import { unavailable } from '../../../platform/kernel/errors';
import type { RoomRequest, Transport } from '../../../platform/subgraph/transport';
import { NotAwaited } from '../../transports/failures';
import { resilient, type ResilienceSettings } from '../../transports/resilient';
import { timedRooms } from '../../transports/timed';
import { contextOf } from '../protection/world';

const { envelope } = contextOf();
const query: RoomRequest = { query: '{ a }', envelope };
const mutation: RoomRequest = { query: 'mutation { a }', envelope };
const fine = { data: { a: 1 } };
const log = pino({ level: 'silent' });

/** A room that does what it is told, one answer after the other; the last for ever. */
function room(...answers: (() => Promise<typeof fine>)[]) {
  let calls = 0;
  const execute = () => (answers[Math.min(calls++, answers.length - 1)] as () => Promise<typeof fine>)();
  const transport: Transport = { execute, subscribe: execute };
  return { transport, calls: () => calls };
}
const answers = async () => fine;
const fails = async () => Promise.reject(unavailable('no'));
const hangs = () => new Promise<typeof fine>(() => {});
const guarded = (transport: Transport, settings: Partial<ResilienceSettings> = {}) =>
  resilient(transport, { room: 'orders', log, pause: 1, ...settings });
const refused = (message: string) => expect.objectContaining({ message, extensions: { code: 'UNAVAILABLE' } }) as Error;

describe('a room far away', () => {
  it('given a query that fails, then it is asked again, and no more often than allowed', async () => {
    const once = room(fails, answers);
    expect(await guarded(once.transport).execute(query)).toEqual(fine);
    expect(once.calls()).toBe(2);
    const never = room(fails);
    await expect(guarded(never.transport, { retries: 2 }).execute(query)).rejects.toEqual(refused('no'));
    expect(never.calls()).toBe(3);
  });

  it('given a mutation that fails, then it is not asked again', async () => {
    const once = room(fails, answers);
    await expect(guarded(once.transport).execute(mutation)).rejects.toEqual(refused('no'));
    expect(once.calls()).toBe(1);
  });

  it('given up by who asked, then it is no failure, and is not asked again', async () => {
    const left = room(
      async () => Promise.reject(new NotAwaited()),
      async () => Promise.reject(new NotAwaited()),
      answers,
    );
    const { execute } = guarded(left.transport, { failures: 2 });
    for (let n = 0; n < 2; n++) await expect(execute(query)).rejects.toBeInstanceOf(NotAwaited);
    expect(await execute(query)).toEqual(fine);
    expect(left.calls()).toBe(3);
  });

  it('given no answer in time, then that is told, and it is not asked again', async () => {
    const slow = room(hangs);
    await expect(guarded(slow.transport, { timeout: 5 }).execute(query)).rejects.toEqual(
      refused('The room orders took too long.'),
    );
    expect(slow.calls()).toBe(1);
  });

  it('given failures in a row, then it is left alone for a while, and then tried with one request', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
    const broken = room(fails, fails, answers);
    const { execute } = guarded(broken.transport, { failures: 2, rest: 1_000, retries: 0 });
    for (let n = 0; n < 2; n++) await expect(execute(query)).rejects.toEqual(refused('no'));
    await expect(execute(query)).rejects.toEqual(refused('The room orders does not answer at the moment.'));
    expect(broken.calls()).toBe(2);
    jest.advanceTimersByTime(1_001);
    expect(await execute(query)).toEqual(fine);
    expect(await execute(query)).toEqual(fine);
    jest.useRealTimers();
  });

  it('given a success between failures, then they are not in a row', async () => {
    const unsteady = room(fails, answers, fails, answers);
    const { execute } = guarded(unsteady.transport, { failures: 2, retries: 0 });
    for (let n = 0; n < 2; n++) {
      await expect(execute(query)).rejects.toEqual(refused('no'));
      expect(await execute(query)).toEqual(fine);
    }
  });

  it('given several that hang, begun one after the other, then each is given up in its own time', async () => {
    jest.useFakeTimers();
    const { execute } = guarded(room(hangs, answers, hangs).transport, { timeout: 100 });
    const over: string[] = [];
    const ask = (name: string) => execute(query).catch(() => void over.push(name));
    void ask('first');
    await jest.advanceTimersByTimeAsync(60);
    void ask('answered');
    void ask('second');
    await jest.advanceTimersByTimeAsync(40);
    expect(over).toEqual(['first']);
    await jest.advanceTimersByTimeAsync(60);
    expect(over).toEqual(['first', 'second']);
    jest.useRealTimers();
  });

  it('given more at once than it may have, then some wait and the rest is refused', async () => {
    const slow = room(hangs);
    const { execute } = guarded(slow.transport, { concurrent: 2, timeout: 20 });
    const all = await Promise.allSettled(Array.from({ length: 6 }, () => execute(query)));
    const reasons = all.map((each) => (each.status === 'rejected' ? (each.reason as Error).message : 'fine'));
    expect(reasons.filter((reason) => reason.includes('too much to do'))).toHaveLength(2);
    expect(slow.calls()).toBe(4);
  });

  it('given an answer with errors, then that is an answer', async () => {
    const refusing = { errors: [unavailable('inside')] };
    const transport: Transport = { execute: async () => refusing, subscribe: async () => refusing };
    const { execute } = guarded(transport, { failures: 1 });
    for (let n = 0; n < 3; n++) expect(await execute(query)).toBe(refusing);
  });

  it('given a subscription to a room that is left alone, then it is refused', async () => {
    const { execute, subscribe } = guarded(room(fails).transport, { failures: 1, retries: 0 });
    await expect(execute(query)).rejects.toEqual(refused('no'));
    await expect(subscribe(query)).rejects.toEqual(refused('The room orders does not answer at the moment.'));
  });
});

describe('a room of this process', () => {
  it('given no answer in time, then UNAVAILABLE; else what it answers or throws', async () => {
    const rooms = (transport: Transport) => timedRooms(() => transport, 5)('orders');
    await expect(rooms(room(hangs).transport).execute(query)).rejects.toEqual(
      refused('The room orders took too long.'),
    );
    expect(await rooms(room(answers).transport).execute(query)).toBe(fine);
    await expect(rooms(room(fails).transport).execute(query)).rejects.toEqual(refused('no'));
  });
});
