import { buyer, startTestHouse, type TestHouse } from '../../test/story/house';
import { demoTenant } from '../identity/tenants';
import { serviceEnvelope } from '../subgraph/room';
import { shelf } from './shelf/subgraph';

describe('a room on the platform', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await startTestHouse([shelf]);
    const context = house.room('users').contextFor(serviceEnvelope('users', demoTenant, 'test'));
    for (const id of ['a', 'b', 'c'])
      await context.transaction((tx) =>
        (tx.repositories as never as { books: { insert(b: object): Promise<void> } }).books.insert({
          id,
          title: id,
          copies: 1,
        }),
      );
  });
  afterAll(() => house.stop());

  const read = (id: string, as = {}) =>
    house.execute('users', 'query ($id: ID!) { book(id: $id) { id title status copies } }', { id }, as);

  it('answers a query of its own tenant, and not of another', async () => {
    expect((await read('a')).data.book).toEqual({ id: 'a', title: 'a', status: 'SHELVED', copies: 1 });
    expect((await read('a', { tenant: 'other' })).data.book).toBeNull();
  });

  it('runs a mutation once for a key, moves the state and delivers the event', async () => {
    const me = buyer();
    const lend = () =>
      house.execute(
        'users',
        'mutation { lendBook(id: "b", idempotencyKey: "k") { book { status } userErrors { code field message } } }',
        {},
        me,
      );
    const answers = await Promise.all([lend(), lend(), lend()]);
    for (const answer of answers)
      expect(answer).toEqual({ data: { lendBook: { book: { status: 'LENT' }, userErrors: [] } } });
    await house.settle();
    expect((await read('copy-of-b')).data.book.title).toBe('Welcome, somebody');
  });

  it('undoes a saga whose step refuses', async () => {
    const answer = await house.execute(
      'users',
      'mutation { readBook(id: "c", fail: true) { book { id } userErrors { code } } }',
    );
    expect(answer.data.readBook).toEqual({ book: null, userErrors: [{ code: 'NOT_FOUND' }] });
    expect((await read('c')).data.book.copies).toBe(1);
  });

  it('pushes to a live subscription', async () => {
    const stream = await house.subscribe('users', 'subscription { bookChanged(id: "a") { status } }');
    expect((await stream.next()).value.data.bookChanged.status).toBe('SHELVED');
    const next = stream.next();
    await house.execute(
      'users',
      'mutation { lendBook(id: "a", idempotencyKey: "x") { userErrors { code } } }',
      {},
      buyer(),
    );
    expect((await next).value.data.bookChanged.status).toBe('LENT');
    await stream.return?.();
  });
});
