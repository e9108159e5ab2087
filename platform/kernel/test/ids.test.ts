import { isId, newId, parseId } from '../ids';

const now = new Date('2026-01-31T12:00:00Z');

describe('an id', () => {
  it('tells its type', () => expect(newId('ord', now)).toMatch(/^ord_[0-9a-hjkmnp-tv-z]{26}$/));

  it('sorts by the time it was made', () => {
    const later = newId('ord', new Date(now.getTime() + 1));
    expect([later, newId('ord', now)].toSorted()[1]).toBe(later);
  });

  it('is not made twice', () => {
    const ids = Array.from({ length: 10_000 }, () => newId('ord', now));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    '',
    'ord_',
    'usr_01j00000000000000000000000',
    'ord_01J00000000000000000000000',
    "ord_01j'; drop table",
    'ord_😀',
  ])('given %p, an order id is refused with the argument that is wrong', (text) => {
    expect(isId('ord', text)).toBe(false);
    expect(() => parseId('ord', text, 'id')).toThrow('id is not an id of the form ord_');
  });
});
