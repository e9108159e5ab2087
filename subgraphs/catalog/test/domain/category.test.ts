import { countChanges, draftCategory, placeUnder, shelfOf } from '../../domain/category';

const department = { id: 'd', ancestorIds: [], depth: 1 };
const section = { id: 's', ancestorIds: ['d'], depth: 2 };
const category = { id: 'c', ancestorIds: ['d', 's'], depth: 3 };

describe('a category', () => {
  it('stands below its parent, down to the third level', () => {
    expect(placeUnder(null)).toEqual({ parentId: null, ancestorIds: [], depth: 1 });
    expect(placeUnder(section)).toEqual({ parentId: 's', ancestorIds: ['d', 's'], depth: 3 });
    expect(() => placeUnder(category)).toThrow('3 levels');
  });

  it('has a slug and a name', () => {
    expect(draftCategory({ slug: 'a', name: ' A ' })).toEqual({ slug: 'a', name: 'A', position: 0 });
    expect(() => draftCategory({ slug: 'A', name: '' })).toThrow('INVALID_INPUT');
  });

  it('of any level tells a product its department and section', () => {
    expect(shelfOf(department)).toEqual({ categoryId: 'd', departmentId: 'd', sectionId: null });
    expect(shelfOf(section)).toEqual({ categoryId: 's', departmentId: 'd', sectionId: 's' });
    expect(shelfOf(category)).toEqual({ categoryId: 'c', departmentId: 'd', sectionId: 's' });
  });
});

describe('the counts of categories', () => {
  const sibling = { id: 'x', ancestorIds: ['d', 's'], depth: 3 };

  it.each([
    ['comes', null, category, { d: 1, s: 1, c: 1 }],
    ['goes', category, null, { d: -1, s: -1, c: -1 }],
    ['moves to a sibling', category, sibling, { c: -1, x: 1 }],
    ['moves up', category, department, { s: -1, c: -1 }],
    ['stays', category, category, {}],
  ])('follow a product that %s', (_, from, to, changes) => {
    expect(Object.fromEntries(countChanges(from, to))).toEqual(changes);
  });
});
