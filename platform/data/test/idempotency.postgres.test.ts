import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { UserSignedUp } from '../../contracts/users';
import { refusal } from '../../kernel/errors';
import { startShelf, type Shelf } from '../../test/shelf/story';

let shelf: Shelf;
beforeAll(async () => void (shelf = await startShelf()));
afterAll(() => shelf.stop());

const request = (change: object = {}) => ({ operation: 'lend', key: randomUUID(), input: { id: 1 }, ...change });
const refuse = refusal();

describe('an idempotency key', () => {
  it('given five requests at once, runs the work once and answers all the same', async () => {
    const id = await shelf.book(10);
    const asked = request();
    const take = () =>
      shelf.context().idempotent(asked, async (tx) => ({ left: (await tx.repositories.books.take(id))?.copies }));
    const answers = await Promise.all(Array.from({ length: 5 }, take));
    expect(answers).toEqual(Array.from({ length: 5 }, () => ({ left: 9 })));
  });

  it('given another input, answers IDEMPOTENCY_CONFLICT', async () => {
    const asked = request();
    await shelf.context().idempotent(asked, async () => ({}));
    const again = shelf.context().idempotent({ ...asked, input: { id: 2 } }, async () => ({}));
    await expect(again).rejects.toMatchObject({
      userErrors: [{ code: 'IDEMPOTENCY_CONFLICT', field: ['idempotencyKey'] }],
    });
  });

  it('takes the same input in another order of fields as the same', async () => {
    const asked = request({ input: { a: 1, b: { c: 2, d: undefined } } });
    await shelf.context().idempotent(asked, async () => 'first');
    expect(await shelf.context().idempotent({ ...asked, input: { b: { c: 2 }, a: 1 } }, async () => 'second')).toBe(
      'first',
    );
  });

  it('keeps a refusal too, with nothing of the refused work', async () => {
    const id = await shelf.book(1);
    const asked = request();
    const refused = shelf.context().idempotent(asked, async (tx) => {
      await tx.repositories.books.take(id);
      throw refuse('OUT_OF_STOCK', 'None is left.');
    });
    await expect(refused).rejects.toMatchObject({ userErrors: [{ code: 'OUT_OF_STOCK' }] });
    await expect(shelf.context().idempotent(asked, async () => 'done')).rejects.toMatchObject({
      userErrors: [{ code: 'OUT_OF_STOCK' }],
    });
    expect((await shelf.context().repositories.books.byId(id))?.copies).toBe(1);
  });

  it('keeps a refusal without the events of the refused work', async () => {
    const refused = shelf.context().idempotent(request(), async (tx) => {
      tx.publish(UserSignedUp, { userId: 'never-signed-up', displayName: 'Ada' });
      throw refuse('OUT_OF_STOCK', 'None is left.');
    });
    await expect(refused).rejects.toMatchObject({ userErrors: [{ code: 'OUT_OF_STOCK' }] });
    await shelf.settle();
    expect(await shelf.context().repositories.books.byId('never-signed-up')).toBeNull();
  });

  it('given an unexpected error, keeps nothing, so that a retry runs', async () => {
    const asked = request();
    await expect(
      shelf.context().idempotent(asked, () => Promise.reject(new Error('the disk is on fire'))),
    ).rejects.toThrow('fire');
    expect(await shelf.context().idempotent(asked, async () => 'done')).toBe('done');
  });

  it('given a saga, names the same one for the same input, and another once it has expired and comes with another', async () => {
    const asked = request();
    const first = await shelf.context().claim(asked);
    expect(await shelf.context().claim(asked)).toBe(first);
    const client = new Client({ connectionString: shelf.databaseUrl });
    await client.connect();
    await client.query("update users.idempotency_keys set expires_at = now() - interval '1 second'");
    await client.end();
    expect(await shelf.context().claim({ ...asked, input: { id: 2 } })).not.toBe(first);
  });

  it('belongs to its tenant', async () => {
    const asked = request();
    await shelf.context('demo').idempotent(asked, async () => 'demo');
    expect(await shelf.context('other').idempotent(asked, async () => 'other')).toBe('other');
  });

  it.each(['', 'x'.repeat(256)])('of %p is refused', async (key) => {
    await expect(shelf.context().idempotent(request({ key }), async () => ({}))).rejects.toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT' }],
    });
  });
});
