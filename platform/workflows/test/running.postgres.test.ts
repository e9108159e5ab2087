import { startShelf, type Shelf } from '../../test/shelf/story';
import { readBook } from '../../test/shelf/subgraph';

let shelf: Shelf;
beforeAll(async () => void (shelf = await startShelf()));
afterAll(() => shelf.stop());

const copies = async (id: string) => (await shelf.context().repositories.books.byId(id))?.copies;

describe('a running saga', () => {
  it('given the same id five times at once, runs once and answers all the same', async () => {
    const bookId = await shelf.book(5);
    const run = () => shelf.context().run(readBook, bookId, { bookId, fail: false });
    const states = await Promise.all(Array.from({ length: 5 }, run));
    expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(1);
    expect(await copies(bookId)).toBe(4);
  });

  it('given a step that refuses, undoes the steps before it and says why', async () => {
    const bookId = await shelf.book(1);
    const run = shelf.context().run(readBook, bookId, { bookId, fail: true });
    await expect(run).rejects.toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await copies(bookId)).toBe(1);
  });

  it('given a first step that refuses, has nothing to undo', async () => {
    const bookId = await shelf.book(0);
    const run = shelf.context().run(readBook, bookId, { bookId, fail: false });
    await expect(run).rejects.toMatchObject({ userErrors: [{ code: 'OUT_OF_STOCK' }] });
    expect(await copies(bookId)).toBe(0);
  });
});
