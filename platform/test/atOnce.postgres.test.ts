import { Client } from 'pg';
import { UserSignedUp } from '../contracts/users';
import { announcement } from '../events/event';
import { newId } from '../kernel/ids';
import type { RoomTransaction } from '../subgraph/context';
import { startShelf, type Shelf } from './shelf/story';
import { bookMachine, type Context } from './shelf/subgraph';
import { books } from './shelf/tables';

type Transaction = Parameters<Parameters<Context['transaction']>[0]>[0];
const signedUp = announcement(UserSignedUp, { userId: 'told', displayName: 'Ada' });

describe('what is done at once', () => {
  let shelf: Shelf;
  beforeAll(async () => void (shelf = await startShelf()));
  afterAll(() => shelf.stop());
  const lend = (id: string) => (tx: Transaction) =>
    tx.transition({ machine: bookMachine, table: books, id, event: 'lend', publishes: [signedUp] });
  const statementsOf = async (work: () => Promise<unknown>) => {
    const before = shelf.statements().length;
    await work();
    return shelf
      .statements()
      .slice(before)
      .filter((text) => text !== 'set tenant');
  };

  it('is one statement, with its history and its events', async () => {
    const id = await shelf.book();
    expect(await statementsOf(() => shelf.context().atOnce(lend(id)))).toHaveLength(1);
    expect(await shelf.context().repositories.books.history(id)).toMatchObject([{ from: 'SHELVED', to: 'LENT' }]);
    await shelf.settle();
    expect(await shelf.context().repositories.books.byId('told')).toMatchObject({ title: 'Welcome, Ada' });
  });

  it('given that its state does not allow it, then nothing is told', async () => {
    const id = await shelf.book();
    await shelf.context().atOnce(lend(id));
    const silent = { ...signedUp, payload: { userId: 'silent', displayName: 'Ada' } };
    const refused = await shelf
      .context()
      .atOnce((tx) => tx.transition({ machine: bookMachine, table: books, id, event: 'lend', publishes: [silent] }));
    await shelf.settle();
    expect(refused).toBeNull();
    expect(await shelf.context().repositories.books.byId('silent')).toBeNull();
  });

  it('given a second statement that writes, then that is refused before it is sent', async () => {
    const id = await shelf.book(1);
    const twice = shelf.context().atOnce(async (tx) => {
      await tx.repositories.books.take(id);
      await tx.repositories.books.put(id);
    });
    await expect(twice).rejects.toMatchObject({ cause: { message: expect.stringContaining('Not all of it is one') } });
    expect((await shelf.context().repositories.books.byId(id))?.copies).toBe(0);
  });
});

describe('an event that is handled at once', () => {
  let handler: (tx: RoomTransaction, userId: string) => Promise<unknown>;
  let shelf: Shelf;
  beforeAll(async () => {
    const handle = (tx: RoomTransaction, { userId }: { userId: string }) => handler(tx, userId).then(() => {});
    shelf = await startShelf({ sagas: [], on: { [UserSignedUp.type]: { atOnce: handle } } });
  });
  afterAll(() => shelf.stop());
  const repository = (tx: RoomTransaction) => (tx.repositories as never as Transaction['repositories']).books;
  const welcome = (tx: RoomTransaction, id: string) => repository(tx).insert({ id, title: 'Welcome', copies: 1 });
  const message = (userId: string) => ({
    id: newId('evt', new Date()),
    tenant: 'demo',
    type: UserSignedUp.type,
    payload: { userId, displayName: 'Ada' },
    occurredAt: new Date(),
  });
  /** How many rows a statement of the database's owner finds or changes. */
  async function asOwner(text: string, value: string): Promise<number | null> {
    const client = new Client({ connectionString: shelf.databaseUrl });
    await client.connect();
    const { rowCount } = await client.query(text, [value]);
    await client.end();
    return rowCount;
  }
  const found = (id: string) => shelf.context().repositories.books.byId(id);

  it('takes one statement, which marks it as well', async () => {
    handler = welcome;
    const before = shelf.statements('events').length;
    await shelf.bus.publish([message('one')]);
    const sent = shelf.statements('events').slice(before);
    expect(sent.filter((text) => text.includes('heard'))).toHaveLength(1);
    expect(sent.filter((text) => /^(begin|commit)/.test(text))).toEqual([]);
    expect(await found('one')).not.toBeNull();
  });

  it('given that it is delivered four times at once and once more, then its effect is there once, and no error', async () => {
    handler = (tx, id) => repository(tx).put(id);
    const id = await shelf.book(0);
    const event = message(id);
    await Promise.all(Array.from({ length: 4 }, () => shelf.bus.publish([event])));
    await shelf.bus.publish([event]);
    expect((await found(id))?.copies).toBe(1);
    expect(await shelf.context().repositories.books.pending()).toBe(0);
  });

  it('given that it writes nothing, then it is marked nevertheless', async () => {
    let heard = 0;
    handler = async () => (heard += 1);
    const event = message('nothing');
    await shelf.bus.publish([event]);
    await shelf.bus.publish([event]);
    await shelf.settle();
    expect(await shelf.context().repositories.books.pending()).toBe(0);
    expect(await asOwner('select from users.inbox where event_id = $1 and processed_at is not null', event.id)).toBe(1);
    expect(heard).toBeGreaterThan(0);
  });

  it('given that its statement fails, then it waits in the inbox and is handled from there', async () => {
    const id = await shelf.book();
    handler = welcome;
    await shelf.bus.publish([message(id)]);
    expect(await shelf.context().repositories.books.pending()).toBe(1);
    handler = (tx) => repository(tx).put(id);
    expect(await asOwner('update users.inbox set next_attempt_at = now() where payload->>$$userId$$ = $1', id)).toBe(1);
    await shelf.settle();
    expect(await shelf.context().repositories.books.pending()).toBe(0);
    expect((await found(id))?.copies).toBe(2);
  });
});
