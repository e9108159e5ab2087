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

const breaks = async () => {
  throw new Error('The connection was lost.');
};
const unheard = saga<object, { opened: boolean }>(
  'users.unheard',
  [step('reserve', nothing, { undo: undo('reserve') }), step('open', breaks, { final: true })],
  { ended: async () => ({ opened: true }) },
);

/** What another process writes that goes on with the same saga after its first step, and is faster. */
async function overtake({ databaseUrl }: Shelf, workflowId: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `insert into dbos.operation_outputs
     select (jsonb_populate_record(o, jsonb_build_object(
              'function_id', 2, 'function_name', 'from second',
              'output', replace(o.output, '"at":1', '"at":3')))).*
       from dbos.operation_outputs o where workflow_uuid = $1 and function_id = 0`,
    [workflowId],
  );
  await client.end();
}

async function comeTooLate(_context: Context, { sagaId }: { sagaId: string }): Promise<void> {
  await overtake(shelf, sagaId);
  throw refuse('ILLEGAL_STATE', 'Not any more.');
}

const shared = saga<object>('users.shared', [
  step('first', async () => ({ by: 'the other' }), { undo: undo('first') }),
  step('second', comeTooLate, { undo: undo('second'), pause: () => 1 }),
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
  shelf = await startShelf({ sagas: [closed, stubborn, unheard, shared, rereading], loaders: { copies } });
});
afterAll(() => shelf.stop());
beforeEach(() => void (undone = []));

const illegal = { userErrors: [{ code: 'ILLEGAL_STATE' }] };

describe('a saga that cannot go on', () => {
  it('given that a final step is done, then what came before it stays', async () => {
    await expect(shelf.context().run(closed, randomUUID(), {})).rejects.toMatchObject(illegal);
    expect(undone).toEqual([]);
  });

  it('given a last step that was done although its answer was lost, then it has ended well, and nothing is undone', async () => {
    expect(await shelf.context().run(unheard, randomUUID(), {})).toMatchObject({ opened: true });
    expect(undone).toEqual([]);
  });

  it('given a step that cannot be undone, then the others are', async () => {
    await expect(shelf.context().run(stubborn, randomUUID(), {})).rejects.toMatchObject(illegal);
    expect(undone).toEqual(['reserve']);
  });
});

describe('a saga', () => {
  it('given another process that was faster, leaves it to that one and undoes nothing', async () => {
    expect(await shelf.context().run(shared, randomUUID(), {})).toMatchObject({ by: 'the other' });
    expect(undone).toEqual([]);
  });

  it('given a step that changes what another has read, then the next reads it anew', async () => {
    const bookId = await shelf.book(5);
    expect(await shelf.context().run(rereading, randomUUID(), { bookId })).toMatchObject({ left: 4 });
  });
});
