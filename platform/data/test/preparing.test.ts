import { named } from '../preparing';

const often = (text: string) => [1, 2, 3].map(() => named(text)).at(-1)?.name;

describe('a statement', () => {
  it('given that it writes, then it has a name from its third use on', () => {
    const text = 'insert into a (b) values ($1)';
    expect([1, 2, 3, 4].map(() => named(text).name !== undefined)).toEqual([false, false, true, true]);
  });

  it('given that it only reads, or has a name, then it stays as it is', () => {
    expect(often('select b from a')).toBeUndefined();
    expect(named({ name: 'mine', text: 'delete from a' }).name).toBe('mine');
  });

  it('given that it was forgotten in between, then its name is the same, and no other has it', () => {
    const text = 'update a set b = $1';
    const name = often(text);
    for (let count = 0; count < 60; count += 1) named(`delete from a where ${'x'.repeat(10_000)} = ${count}`);
    expect(named(text).name).toBeUndefined();
    expect(often(text)).toBe(name);
    expect(often('update a set c = $1')).not.toBe(name);
  });
});
