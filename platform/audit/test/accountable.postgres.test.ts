import { auditOf } from '../../../test/story/audit';
import { buyer, staff } from '../../../test/story/house';
import { hasPermission } from '../../identity/policies';
import { shelf, type Context } from '../../test/shelf/subgraph';
import { startShelf, type Shelf } from '../../test/shelf/story';

const mayWrite = hasPermission('catalog:write');
let house: Shelf;
beforeAll(async () => {
  house = await startShelf({
    policies: { ...shelf.policies, Mutation: { lendBook: mayWrite, readBook: mayWrite } },
    resolvers: {
      ...shelf.resolvers,
      Mutation: {
        ...shelf.resolvers.Mutation,
        async readBook(_: unknown, { id }: { id: string }, { repositories }: Context) {
          await repositories.books.put(id);
          return { book: await repositories.books.byId(id) };
        },
      },
    },
  });
});
afterAll(() => house.stop());

const clerk = staff();
const lend = (id: string, key: string, as: object = clerk) =>
  house.execute(
    'users',
    'mutation ($id: ID!, $key: String!) { lendBook(id: $id, idempotencyKey: $key) { book { id } userErrors { code } } }',
    { id, key },
    as,
  );

/** What the chain tells of a book. */
const toldOf = async (id: string) =>
  (await auditOf(house.databaseUrl, 'users')).filter(({ details }) => (details as { id: string }).id === id);

describe('a mutation that needs a permission', () => {
  it('is told once, with who did it and with what, however often its key comes again', async () => {
    const id = await house.book();
    for (const answer of [await lend(id, 'once'), await lend(id, 'once')])
      expect(answer.data.lendBook.book).toEqual({ id });
    expect(await toldOf(id)).toMatchObject([
      { actor: clerk.identity.kind === 'user' && clerk.identity.id, action: 'users.lendBook', details: { id } },
    ]);
  });

  it('given that it was refused, then there is nothing to tell', async () => {
    const id = await house.book();
    await lend(id, 'taken');
    expect((await lend(id, 'late')).data.lendBook.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
    expect((await lend(id, 'theirs', buyer())).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await toldOf(id)).toHaveLength(1);
  });

  it('given that it writes without a transaction, then it does not pass for done', async () => {
    const id = await house.book();
    const { errors } = await house.execute(
      'users',
      'mutation ($id: ID!) { readBook(id: $id) { book { id } } }',
      { id },
      clerk,
    );
    expect(errors?.[0]?.message).toBe(
      'The audit chain knows nothing of users.readBook: it must write in a transaction.',
    );
  });
});
