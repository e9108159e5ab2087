import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { refusal } from '../../kernel/errors';
import { startShelf, type Shelf } from '../../test/shelf/story';
import type { Context } from '../../test/shelf/subgraph';
import { saga, step } from '../saga';

const refuse = refusal();
const nothing = async () => {};
const refuses = async () => {
  throw refuse('ILLEGAL_STATE', 'Not any more.');
};
let undone: string[] = [];
const undo = (name: string) => async () => void undone.push(name);

const closed = saga<object>('users.closed', [
  step('reserve', nothing, { undo: undo('reserve') }),
  step('pay', nothing, { final: true }),
  step('close', refuses, { final: true }),
]);

const stubborn = saga<object>('users.stubborn', [
  step('reserve', nothing, { undo: undo('reserve') }),
  step('redeem', nothing, { undo: refuses }),
  step('open', refuses, { final: true }),
]);

/** What another process writes that was given the same saga, and is faster. */
async function overtake({ databaseUrl }: Shelf, workflowId: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `insert into dbos.operation_outputs
     select (jsonb_populate_record(o, '{"function_id": 1, "function_name": "second"}')).*
       from dbos.operation_outputs o where workflow_uuid = $1`,
    [workflowId],
  );
  await client.query(
    `update dbos.workflow_status w set status = 'SUCCESS', output = o.output
       from dbos.operation_outputs o where w.workflow_uuid = $1 and o.workflow_uuid = $1 and o.function_id = 0`,
    [workflowId],
  );
  await client.end();
}

const shared = saga<object>('users.shared', [
  step('first', async () => ({ by: 'the other' }), { undo: undo('first') }),
  step('second', (_context: Context, { sagaId }: { sagaId: string }) => overtake(shelf, sagaId), {
    undo: undo('second'),
  }),
  step('third', nothing, { final: true }),
]);

const rereading = saga<{ bookId: string }, { left: number }>('users.rereading', [
  step(
    'take',
    async ({ loaders, repositories }: Context, { bookId }: { bookId: string }) => {
      await loaders.copies?.load(bookId);
      await repositories.books.take(bookId);
    },
    { undo: nothing },
  ),
  step(
    'read',
    async ({ loaders }: Context, { bookId }: { bookId: string }) => ({ left: await loaders.copies?.load(bookId) }),
    { final: true },
  ),
]);

const copies =
  ({ repositories: { books } }: Context) =>
  (ids: readonly string[]) =>
    Promise.all(ids.map(async (id) => (await books.byId(id))?.copies));

let shelf: Shelf;
beforeAll(async () => {
  shelf = await startShelf({ sagas: [closed, stubborn, shared, rereading], loaders: { copies } });
});
afterAll(() => shelf.stop());
beforeEach(() => void (undone = []));

const illegal = { userErrors: [{ code: 'ILLEGAL_STATE' }] };

describe('a saga that cannot go on', () => {
  it('given that a final step is done, then what came before it stays', async () => {
    await expect(shelf.context().run(closed, randomUUID(), {})).rejects.toMatchObject(illegal);
    expect(undone).toEqual([]);
  });

  it('given a step that cannot be undone, then the others are', async () => {
    await expect(shelf.context().run(stubborn, randomUUID(), {})).rejects.toMatchObject(illegal);
    expect(undone).toEqual(['reserve']);
  });
});

describe('a saga', () => {
  it('given another process that was faster, leaves it to that one and undoes nothing', async () => {
    expect(await shelf.context().run(shared, randomUUID(), {})).toEqual({ by: 'the other' });
    expect(undone).toEqual([]);
  });

  it('given a step that changes what another has read, then the next reads it anew', async () => {
    const bookId = await shelf.book(5);
    expect(await shelf.context().run(rereading, randomUUID(), { bookId })).toMatchObject({ left: 4 });
  });
});
