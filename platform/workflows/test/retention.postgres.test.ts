import { Client } from 'pg';
import { HOUR } from '../../kernel/clock';
import { startShelf, type Shelf } from '../../test/shelf/story';
import { readBook } from '../../test/shelf/subgraph';
import { removeEnded } from '../retention';

let shelf: Shelf;
beforeAll(async () => void (shelf = await startShelf()));
afterAll(() => shelf.stop());

const kept = async () => {
  const client = new Client({ connectionString: shelf.databaseUrl });
  await client.connect();
  const { rows } = await client.query('select status from dbos.workflow_status');
  await client.end();
  return rows.map(({ status }) => status);
};

it('given sagas that have ended and one that runs, then those that ended before a time go', async () => {
  for (let count = 0; count < 3; count += 1) {
    const bookId = await shelf.book();
    await shelf.context().run(readBook, bookId, { bookId, fail: false });
  }
  await removeEnded(new Date(Date.now() - HOUR), [readBook.name]);
  expect(await kept()).toHaveLength(3);
  await removeEnded(new Date(Date.now() + HOUR), ['users.another']);
  expect(await kept()).toHaveLength(3);
  await removeEnded(new Date(Date.now() + HOUR), [readBook.name]);
  expect(await kept()).toEqual([]);
});
