import { buildSchema, GraphQLError, parse } from 'graphql';
import type { RoomContext } from '../context';
import { openStream } from '../live';
import { localTopics } from '../topics';

const topics = localTopics();
let made = 0;
const contextFor = () => ({ number: ++made, awaken: topics.awaken }) as unknown as RoomContext;

const schema = buildSchema('type Query { a: Int } type Subscription { changed(id: ID!): Int }');
Object.assign(schema.getSubscriptionType()?.getFields().changed ?? {}, {
  subscribe(_: unknown, { id }: { id: string }, { awaken }: RoomContext) {
    if (id === 'refused') throw new GraphQLError('No.');
    return (async function* () {
      for await (const _wake of awaken(id)) yield {};
    })();
  },
  resolve: (_source: unknown, _args: unknown, { number }: { number: number }) => number,
});

const open = (id: string) =>
  openStream(
    { schema, document: parse('subscription ($id: ID!) { changed(id: $id) }'), variableValues: { id } },
    contextFor,
  );

describe('a subscription of a room', () => {
  it('resolves each event in a context of its own', async () => {
    const stream = (await open('a')) as AsyncIterableIterator<{ data: { changed: number } }>;
    const first = (await stream.next()).value.data.changed;
    topics.wake('a');
    expect((await stream.next()).value.data.changed).toBe(first + 1);
    await stream.return?.();
  });

  it('given a client that leaves while the room waits, then the waiting ends', async () => {
    const stream = (await open('quiet')) as AsyncIterableIterator<unknown>;
    await stream.next();
    const waiting = stream.next();
    await stream.return?.();
    expect(await waiting).toEqual({ value: undefined, done: true });
    expect(await stream.next()).toEqual({ value: undefined, done: true });
  });

  it('given a refusal, then a result with its errors', async () => {
    expect(await open('refused')).toMatchObject({ errors: [{ message: 'No.' }] });
  });
});
