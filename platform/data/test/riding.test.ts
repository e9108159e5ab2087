import { ride, type Rider } from '../riding';

const mark: Rider = {
  name: 'heard',
  text: (given) => `insert into inbox (id) values ($${given + 1})`,
  values: ['evt_1'],
};
const sent = (text: string, values: unknown[] = [], name?: string) => ({ query: { text, name }, values });

describe('a rider', () => {
  it('given a statement that reads, then it waits for one that writes', () => {
    const { amend, hasGone } = ride(mark, { alone: true });
    const read = sent('select * from books where id = $1', ['a']);
    expect(amend(read)).toBe(read);
    expect(hasGone()).toBe(false);
  });

  it('given a statement that writes, then it goes with it, its parameters behind those of the statement', () => {
    const { amend, hasGone } = ride(mark, { alone: true });
    expect(amend(sent('insert into books values ($1, $2)', ['a', 'A']))).toEqual({
      query: { text: 'with heard as (insert into inbox (id) values ($3)) insert into books values ($1, $2)' },
      values: ['a', 'A', 'evt_1'],
    });
    expect(hasGone()).toBe(true);
  });

  it('given a statement with a WITH of its own, then it is the first of its items', () => {
    const { amend } = ride(mark, { alone: false });
    expect(amend(sent('\n  with moved as (update books set n = $1) select * from moved', [1])).query.text).toBe(
      'with heard as (insert into inbox (id) values ($2)), moved as (update books set n = $1) select * from moved',
    );
  });

  it('given a statement that was prepared by a name, then that is left out', () => {
    const { amend } = ride(mark, { alone: false });
    expect(amend(sent('delete from books', [], 'books_delete')).query.name).toBeUndefined();
  });

  it('goes once', () => {
    const { amend } = ride(mark, { alone: false });
    amend(sent('delete from books'));
    const second = sent('delete from shelves');
    expect(amend(second)).toBe(second);
  });

  it('given that it must be alone, then a second statement that writes is refused before it is sent', () => {
    const { amend } = ride(null, { alone: true });
    amend(sent('delete from books'));
    expect(() => amend(sent('delete from shelves'))).toThrow('this would be another: delete from shelves');
    expect(amend(sent('select 1')).query.text).toBe('select 1');
  });
});
