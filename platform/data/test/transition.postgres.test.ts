import { sql } from 'drizzle-orm';
import { startTestHouse, statementsOf, type TestHouse } from '../../../test/story/house';
import { demoTenant } from '../../identity/tenants';
import { serviceEnvelope } from '../../subgraph/room';
import { bookMachine, type Context, shelf } from '../../test/shelf/subgraph';
import { books } from '../../test/shelf/tables';

let house: TestHouse;
let context: Context;
beforeAll(async () => {
  house = await startTestHouse([shelf]);
  context = house.room('users').contextFor(serviceEnvelope('users', demoTenant, 'test')) as unknown as Context;
});
afterAll(() => house.stop());

const change = (id: string) => ({ machine: bookMachine, table: books, id });
const historyOf = (id: string) => context.repositories.books.history(id);
const shelve = (id: string) => context.repositories.books.insert({ id, title: id, copies: 1 });

describe('a transition', () => {
  it('writes its line of the history with the change, in one statement', async () => {
    await shelve('a');
    const sent = await statementsOf(house, async () => {
      const lend = { ...change('a'), event: 'lend', reason: 'to Ada' } as const;
      const lent = await context.transaction((tx) => tx.transition(lend));
      expect(lent).toEqual({ tenantId: demoTenant.id, id: 'a', title: 'a', status: 'LENT', copies: 1 });
    });
    expect(sent).toEqual(['begin', expect.stringContaining('moved'), 'commit']);
    expect(await historyOf('a')).toEqual([{ from: 'SHELVED', to: 'LENT', reason: 'to Ada' }]);
  });

  it('writes nothing when its state does not allow it', async () => {
    await shelve('b');
    const beside = sql`, shadow as (insert into users.books (id, title, status, copies) select 'shadow', title, status, 1 from moved)`;
    const refused = await context.transaction((tx) => tx.transition({ ...change('b'), event: 'giveBack', beside }));
    expect(refused).toBeNull();
    expect(await historyOf('b')).toEqual([]);
    expect(await context.repositories.books.byId('shadow')).toBeNull();
  });

  it('writes what is to be written beside it', async () => {
    await shelve('c');
    const beside = sql`, receipt as (insert into users.books (id, title, status, copies) select 'receipt', title, status, 1 from moved)`;
    await context.transaction((tx) => tx.transition({ ...change('c'), event: 'lend', beside }));
    expect(await context.repositories.books.byId('receipt')).toMatchObject({ title: 'c', status: 'LENT' });
  });

  it('lets one of many at once win, and only it is in the history', async () => {
    await shelve('d');
    const lend = () => context.transaction((tx) => tx.transition({ ...change('d'), event: 'lend' }));
    const answers = await Promise.all([lend(), lend(), lend(), lend(), lend()]);
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
    expect(await historyOf('d')).toHaveLength(1);
  });

  it('comes behind the beginning of the same transaction', async () => {
    await context.transaction(async (tx) => {
      await tx.repositories.books.insert({ id: 'e', title: 'e', copies: 1 });
      tx.begin('e', bookMachine.initial, 'bought');
      await tx.transition({ ...change('e'), event: 'lend' });
    });
    expect(await historyOf('e')).toMatchObject([{ from: null, to: 'SHELVED', reason: 'bought' }, { to: 'LENT' }]);
  });

  it('leaves no beginning of a transaction that fails', async () => {
    const failing = context.transaction(async (tx) => {
      tx.begin('f', bookMachine.initial);
      await tx.transition({ ...change('a'), event: 'giveBack' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await historyOf('f')).toEqual([]);
    expect(await historyOf('a')).toHaveLength(1);
  });
});
