import type { Envelope } from '../../../platform/identity/envelope';
import { joining } from '../../execution/joining';
import type { CompiledExecutor } from '../../execution/compiled/executor';
import { settled } from '../subscriptions/until';
import { startGraph, type TestGraph } from './graph';

type Ref = { id: string };

let graph: TestGraph;
let executor: CompiledExecutor;
let held: (() => void)[];
let events: { wake: () => void };

/** Every first question of a room waits until it is let go. */
const hold = <T>(value: T) => new Promise<T>((resolve) => held.push(() => resolve(value)));
const letGo = () => held.splice(0).forEach((go) => go());

beforeEach(async () => {
  held = [];
  events = { wake: () => {} };
  graph = await startGraph({
    books: {
      typeDefs: `
        type Query { book(id: ID!): Book broken: String }
        type Mutation { rename(id: ID!): Book }
        type Subscription { renamed: Book }
        type Book @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          book: (_: never, { id }: Ref) => hold({ id }),
          broken: () => hold(null).then(() => Promise.reject(new Error('it broke'))),
        },
        Mutation: { rename: (_: never, { id }: Ref) => hold({ id }) },
        Subscription: {
          renamed: {
            async *subscribe() {
              await new Promise<void>((resolve) => (events.wake = resolve));
              yield { renamed: { id: '1' } };
            },
          } as never,
        },
      },
    },
    stars: {
      typeDefs: 'type Book @key(fields: "id") { id: ID! stars: Int }',
      resolvers: { Book: { stars: () => 5 } },
    },
  });
  executor = joining(graph.compiled);
});

const BOOK = 'query Book($id: ID!) { book(id: $id) { id stars } }';

function ask(source: string, variables: object = { id: '1' }, as: Partial<Envelope> = {}, signal?: AbortSignal) {
  const envelope = { ...graph.guest, ...as };
  return executor.executeToText(graph.operation(source, variables as Record<string, unknown>), envelope, signal);
}

/** All of them, once each has come as far as it can alone. */
async function together<T>(asking: readonly Promise<T>[]): Promise<T[]> {
  await settled();
  letGo();
  return Promise.all(asking);
}

const executions = () => graph.rooms().filter((room) => room === 'books').length;

describe('equal queries at the same time', () => {
  it('are executed once for all, whatever their own request ids', async () => {
    const answers = await together(
      Array.from({ length: 20 }, (_, index) => ask(BOOK, { id: '1' }, { requestId: `req_${index}` })),
    );
    expect(new Set(answers.map(({ data }) => data))).toEqual(new Set(['{"book":{"id":"1","stars":5}}']));
    expect(graph.rooms()).toEqual(['books', 'stars']);
  });

  it('are equal however they are written', async () => {
    await together([ask(BOOK), ask(BOOK.replaceAll(' ', '\n  '))]);
    expect(executions()).toBe(1);
  });

  it('share their errors, and whoever comes after has it tried anew', async () => {
    const messages = async () => {
      const answers = await together([ask('{ broken }'), ask('{ broken }')]);
      return answers.map(({ errors }) => errors?.map(({ message }) => message));
    };
    expect(await messages()).toEqual([['it broke'], ['it broke']]);
    expect(executions()).toBe(1);
    await messages();
    expect(executions()).toBe(2);
  });
});

describe('queries that differ are executed each', () => {
  const user = (id: string, role: 'BUYER' | 'STAFF' = 'BUYER') =>
    ({ identity: { kind: 'user', id, roles: [role] } }) as const;

  it.each<[string, Partial<Envelope>, Partial<Envelope>]>([
    ['users', user('usr_1'), user('usr_2')],
    ['rights', user('usr_1'), user('usr_1', 'STAFF')],
    ['sessions', user('usr_1'), { identity: { ...user('usr_1').identity, sessionId: 'ses_1' } }],
    ['tenants', { tenant: 'demo' }, { tenant: 'other' }],
    ['locales', { locale: 'en-US' }, { locale: 'de-DE' }],
    ['currencies', { currency: 'USD' }, { currency: 'EUR' }],
    ['headers that are handed on', { forwarded: { a: '1' } }, { forwarded: { a: '2' } }],
  ])('by %s', async (_what, one, other) => {
    await together([ask(BOOK, { id: '1' }, one), ask(BOOK, { id: '1' }, other)]);
    expect(executions()).toBe(2);
  });

  it('by variables', async () => {
    const [one, other] = await together([ask(BOOK, { id: '1' }), ask(BOOK, { id: '2' })]);
    expect([one?.data, other?.data]).toEqual(['{"book":{"id":"1","stars":5}}', '{"book":{"id":"2","stars":5}}']);
  });

  it('by what they ask', async () => {
    await together([ask(BOOK), ask('query Book($id: ID!) { book(id: $id) { id } }')]);
    expect(executions()).toBe(2);
  });

  it('by the supergraph', async () => {
    const next = joining(graph.compiled);
    const operation = graph.operation(BOOK, { id: '1' });
    await together([ask(BOOK), next.executeToText(operation, graph.guest)]);
    expect(executions()).toBe(2);
  });
});

describe('what changes something', () => {
  const RENAME = 'mutation Rename($id: ID!) { rename(id: $id) { id } }';

  it('is carried out as often as it is asked', async () => {
    await together([ask(RENAME), ask(RENAME)]);
    expect(executions()).toBe(2);
  });

  it('is carried out to its end, whoever leaves', async () => {
    const leaver = new AbortController();
    const answer = ask('mutation Rename($id: ID!) { rename(id: $id) { id stars } }', { id: '1' }, {}, leaver.signal);
    await settled();
    leaver.abort();
    expect((await together([answer]))[0]).toEqual({ data: '{"rename":{"id":"1","stars":5}}' });
  });

  it('given a query after it, then that one joins none that began before', async () => {
    const before = ask(BOOK);
    await settled();
    const heldBefore = held.splice(0);
    await together([ask(RENAME)]);
    const after = ask(BOOK);
    await settled();
    expect(executions()).toBe(3);
    held.push(...heldBefore);
    await together([before, after]);
  });

  it('given a query after its push, then that one joins none that began before', async () => {
    const stream = await executor.subscribe(graph.operation('subscription { renamed { id } }'), graph.guest);
    if (!(Symbol.asyncIterator in stream)) throw new Error('a stream, please');
    const pushed = stream.next();
    const before = ask(BOOK);
    await settled();
    events.wake();
    await pushed;
    const after = ask(BOOK);
    await settled();
    expect(held).toHaveLength(2);
    await together([before, after]);
    await stream.return();
  });
});

describe('a client that leaves', () => {
  it('takes nothing from the others', async () => {
    const leaver = new AbortController();
    const left = ask(BOOK, { id: '1' }, {}, leaver.signal);
    const stays = ask(BOOK, { id: '1' }, {}, new AbortController().signal);
    await settled();
    leaver.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    expect((await together([stays]))[0]).toEqual({ data: '{"book":{"id":"1","stars":5}}' });
  });

  it('given that all of them leave, then no further room is asked', async () => {
    const leaver = new AbortController();
    const left = [1, 2].map(() => ask(BOOK, { id: '1' }, {}, leaver.signal));
    await settled();
    leaver.abort(new Error('gone'));
    await Promise.allSettled(left);
    letGo();
    await settled();
    expect(graph.rooms()).toEqual(['books']);
  });
});
