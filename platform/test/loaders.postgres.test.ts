import { startShelf, type Shelf } from './shelf/story';
import { shelf as room, type Context } from './shelf/subgraph';

const state =
  ({ repositories: { books } }: Context) =>
  (ids: readonly string[]) =>
    Promise.all(ids.map(async (id) => (await books.byId(id))?.status));

/** The book's state as a loader has read it. */
const resolvers = {
  ...room.resolvers,
  Book: { status: ({ id }: { id: string }, _: unknown, { loaders }: Context) => loaders.state?.load(id) },
  Mutation: {
    ...room.resolvers.Mutation,
    async readBook(_: unknown, { id }: { id: string }, context: Context) {
      return { book: await context.repositories.books.byId(id) };
    },
  },
};

let shelf: Shelf;
beforeAll(async () => void (shelf = await startShelf({ loaders: { state }, resolvers })));
afterAll(() => shelf.stop());

it('given two mutations in one request, then the second answers what is after it, not what the first has read', async () => {
  const id = await shelf.book();
  const answer = await shelf.execute(
    'users',
    `mutation ($id: ID!) {
       before: readBook(id: $id) { book { status } }
       lendBook(id: $id, idempotencyKey: "k") { book { status } }
     }`,
    { id },
    { identity: { kind: 'user', id: 'usr_1', roles: ['BUYER'] } },
  );
  expect(answer.data).toEqual({ before: { book: { status: 'SHELVED' } }, lendBook: { book: { status: 'LENT' } } });
});
