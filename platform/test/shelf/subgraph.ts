import { and, asc, eq, gte, isNull, sql } from 'drizzle-orm';
import type { Db } from '../../data/database';
import { UserSignedUp } from '../../contracts/users';
import { anyone, service, signedIn } from '../../identity/policies';
import { refusal } from '../../kernel/errors';
import { machine } from '../../machine/machine';
import type { RoomContext } from '../../subgraph/context';
import { defineSubgraph } from '../../subgraph/definition';
import { saga, step } from '../../workflows/saga';
import { books, inbox, tables, transitions } from './tables';

export const bookMachine = machine({
  initial: 'SHELVED',
  states: { SHELVED: { lend: 'LENT' }, LENT: { giveBack: 'SHELVED' } },
});
const refuse = refusal<'NOT_FOUND' | 'OUT_OF_STOCK'>();

const repositories = {
  books: (db: Db) => ({
    byId: async (id: string) => (await db.select().from(books).where(eq(books.id, id)))[0] ?? null,
    insert: (book: { id: string; title: string; copies: number }) =>
      db.insert(books).values({ ...book, status: bookMachine.initial }),
    pending: () => db.$count(inbox, isNull(inbox.processedAt)),
    all: () => db.select().from(books),
    history: (id: string) =>
      db
        .select({ from: transitions.from, to: transitions.to, reason: transitions.reason })
        .from(transitions)
        .where(eq(transitions.entityId, id))
        .orderBy(asc(transitions.position)),
    take: async (id: string) =>
      (
        await db
          .update(books)
          .set({ copies: sql`${books.copies} - 1` })
          .where(and(eq(books.id, id), gte(books.copies, 1)))
          .returning()
      )[0],
    put: (id: string) =>
      db
        .update(books)
        .set({ copies: sql`${books.copies} + 1` })
        .where(eq(books.id, id)),
  }),
};
export type Context = RoomContext<typeof repositories>;

export const readBook = saga<{ bookId: string; fail: boolean }, { taken: boolean }>('users.read-book', [
  step(
    'take',
    (context: Context, { bookId, sagaId }: { bookId: string; sagaId: string }) =>
      context.idempotent({ operation: 'take', key: sagaId, input: { bookId } }, async (tx) => {
        if (!(await tx.repositories.books.take(bookId))) throw refuse('OUT_OF_STOCK', 'No copy is left.', ['id']);
        return { taken: true };
      }),
    { undo: (context: Context, { bookId }) => context.transaction((tx) => tx.repositories.books.put(bookId)) },
  ),
  step(
    'read',
    async (_context: Context, { fail }: { fail: boolean }) => {
      if (fail) throw refuse('NOT_FOUND', 'The page is missing.');
    },
    { final: true },
  ),
]);

/** A small room that the platform is tested with. */
export const shelf = defineSubgraph({
  name: 'users',
  folder: __dirname,
  tables,
  repositories,
  publishes: [UserSignedUp],
  sagas: [readBook],
  policies: {
    Query: { book: anyone, secret: service },
    Mutation: { lendBook: signedIn, readBook: anyone },
    Subscription: { bookChanged: anyone },
  },
  on: {
    'users.user-signed-up.v1': (tx, { userId, displayName }) =>
      tx.repositories.books.insert({ id: userId, title: `Welcome, ${displayName}`, copies: 1 }).then(() => {}),
  },
  resolvers: {
    Query: {
      book: (_: unknown, { id }: { id: string }, context: Context) => context.repositories.books.byId(id),
      secret: () => 'secret',
    },
    Mutation: {
      async lendBook(_: unknown, { id, idempotencyKey }: { id: string; idempotencyKey: string }, context: Context) {
        const answer = await context.idempotent(
          { operation: 'lendBook', key: idempotencyKey, input: { id } },
          async (tx) => {
            const book = await tx.transition({ machine: bookMachine, table: books, id, event: 'lend' });
            if (!book) throw refuse('NOT_FOUND', 'It is not on the shelf.', ['id']);
            tx.publish(UserSignedUp, { userId: `copy-of-${id}`, displayName: 'somebody' });
            tx.wake(`book:${id}`);
            return { id };
          },
        );
        return { book: await context.repositories.books.byId(answer.id) };
      },
      async readBook(_: unknown, { id, fail }: { id: string; fail?: boolean }, context: Context) {
        await context.run(readBook, `${id}-${fail}`, { bookId: id, fail: fail ?? false });
        return { book: await context.repositories.books.byId(id) };
      },
    },
    Subscription: {
      bookChanged: {
        async *subscribe(_: unknown, { id }: { id: string }, context: Context) {
          for await (const _wake of context.awaken(`book:${id}`))
            yield { bookChanged: await context.repositories.books.byId(id) };
        },
      },
    },
  },
});
