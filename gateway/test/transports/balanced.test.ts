import pino from 'pino';
import { unavailable } from '../../../platform/kernel/errors';
import type { RoomRequest } from '../../../platform/subgraph/transport';
import { balanced } from '../../transports/copies/balanced';
import { NotSent } from '../../transports/failures';
import { resilient } from '../../transports/resilient';
import { contextOf } from '../protection/world';

const { envelope } = contextOf();
const query: RoomRequest = { query: '{ a }', envelope };
const mutation: RoomRequest = { query: 'mutation { a }', envelope };
const log = pino({ level: 'silent' });

/** A copy of a room that says which it is, or fails as long as it is told to. */
function copy(name: string, failure?: () => Error) {
  const state = { calls: 0, failure };
  const answer = async () => {
    state.calls += 1;
    if (state.failure) throw state.failure();
    return { data: { name } };
  };
  const transport = resilient({ execute: answer, subscribe: answer }, { room: 'orders', log, retries: 0, failures: 2 });
  return { state, transport };
}
const notSent = () => new NotSent('orders');
const broken = () => unavailable('It broke off.');
const of = (...copies: ReturnType<typeof copy>[]) => balanced(() => copies.map(({ transport }) => transport), [1, 1]);
const nameIn = ({ data }: { data?: unknown }) => (data as { name: string }).name;

describe('copies of a room', () => {
  it('are asked in turn', async () => {
    const { execute } = of(copy('a'), copy('b'));
    const names: string[] = [];
    for (let count = 0; count < 4; count++) names.push(nameIn(await execute(query)));
    expect(names).toEqual(['a', 'b', 'a', 'b']);
  });

  it.each([
    ['a query', query],
    ['a mutation', mutation],
  ])('given one that has not taken %s, then the next does', async (_, request) => {
    expect(nameIn(await of(copy('a', notSent), copy('b')).execute(request))).toBe('b');
  });

  it('given one that broke off, then the next answers a query, and no mutation is sent twice', async () => {
    const [a, b] = [copy('a', broken), copy('b')];
    expect(nameIn(await of(a, b).execute(query))).toBe('b');
    await expect(of(a, b).execute(mutation)).rejects.toThrow('It broke off.');
    expect(b.state.calls).toBe(1);
  });

  it('given a mutation with an idempotency key that broke off, then the next one answers it', async () => {
    const [a, b] = [copy('a', broken), copy('b')];
    const keyed = { ...mutation, query: 'mutation { a(idempotencyKey: "k") }' };
    expect(nameIn(await of(a, b).execute(keyed))).toBe('b');
  });

  it('given that one is left alone, then it is asked last', async () => {
    const [a, b] = [copy('a', notSent), copy('b')];
    const { execute } = of(a, b);
    for (let count = 0; count < 8; count++) await execute(mutation);
    expect(a.state.calls).toBe(2);
  });

  it('given that one stops while the other starts, then it is asked again until one takes it', async () => {
    const [a, b] = [copy('a', notSent), copy('b', notSent)];
    const answer = of(a, b).execute(mutation);
    b.state.failure = undefined;
    expect(nameIn(await answer)).toBe('b');
  });

  it('given that all are left alone, then nobody waits', async () => {
    const [a, b] = [copy('a', notSent), copy('b', notSent)];
    const { execute } = of(a, b);
    await expect(execute(mutation)).rejects.toThrow('does not answer');
    const calls = [a.state.calls, b.state.calls];
    await expect(execute(mutation)).rejects.toThrow('does not answer at the moment');
    expect([a.state.calls, b.state.calls]).toEqual(calls);
  });
});
