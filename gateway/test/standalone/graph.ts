import { EventEmitter } from 'node:events';
import { compose } from '../../supergraph/compose';
import { hear, startRoom, subgraph, withFederation, type TestRoom } from '../servers';

const BOOKS = `
  type Query { book(id: ID!): Book headers: String fails: String slow: String }
  type Mutation { rename(id: ID!): Book }
  type Book @key(fields: "id") { id: ID! title: String! }`;
const REVIEWS = `
  type Book @key(fields: "id") { id: ID! stars: Int! }
  type Subscription { reviewed: Book! }
  type Query { stars: Int }`;

/** Two rooms of two other teams, who have never heard of Agora, and their supergraph. */
export async function startForeignRooms() {
  const events = new EventEmitter().setMaxListeners(0);
  const books = await startRoom(
    subgraph(`${BOOKS} extend type Book { headline: String }`, {
      Query: {
        book: (_: unknown, { id }: { id: string }) => ({ id }),
        headers: (_: unknown, _args: unknown, headers: object) => JSON.stringify(headers),
        slow: () => new Promise((resolve) => setTimeout(() => resolve('at last'), 100)),
        fails: () => {
          throw Object.assign(new Error('The shelf is closed.'), { extensions: { code: 'SHELF_CLOSED' } });
        },
      },
      Mutation: { rename: (_: unknown, { id }: { id: string }) => ({ id }) },
      Book: { __resolveReference: (book: object) => book, title: ({ id }: { id: string }) => `Book ${id}` },
    }),
  );
  const reviewed = () => hear(events, 'review', (id: string) => ({ reviewed: { id } }));
  const reviews = await startRoom(
    subgraph(REVIEWS, {
      Book: { __resolveReference: (book: object) => book, stars: ({ id }: { id: string }) => Number(id) },
      Subscription: { reviewed: { subscribe: reviewed } },
    }),
  );
  const composed = (extra = '') =>
    compose([
      { name: 'books', typeDefs: withFederation(BOOKS + extra), url: books.url },
      { name: 'Reviews & Stars', typeDefs: withFederation(REVIEWS), url: reviews.url },
    ]);
  return {
    books,
    reviews,
    composed,
    sdl: await composed(),
    review: (id: number) => void events.emit('review', String(id)),
    listeners: () => events.listenerCount('review'),
    stop: async () => void (await Promise.all([books.stop(), reviews.stop()] satisfies ReturnType<TestRoom['stop']>[])),
  };
}
export type ForeignRooms = Awaited<ReturnType<typeof startForeignRooms>>;
