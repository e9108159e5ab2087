import { parsePage, encodeCursor } from '../connections';
import { newId } from '../ids';
import { pageById, pageByTime, positionKeys, positionOf } from '../pages';

const now = new Date('2026-01-01T00:00:00Z');
const id = newId('rev', now);

describe('a page by time', () => {
  it('begins behind the row that its cursor was made for', () => {
    const page = parsePage('list', { first: 2, after: encodeCursor('list', positionKeys(now, id)) });
    expect(pageByTime(page, 'rev')).toEqual({ limit: 2, after: { at: now, id } });
  });

  it('without a cursor begins at the beginning', () =>
    expect(pageByTime({ limit: 2, after: null }, 'rev')).toEqual({ limit: 2, after: null }));

  // A cursor's seal is no secret: what a forger may write must never reach the database as an error.
  it.each([
    [['x', id]],
    [[null, id]],
    [[-1, id]],
    [[1.5, id]],
    [[8.64e15, id]],
    [[now.getTime(), newId('prd', now)]],
    [[now.getTime()]],
    [[]],
  ])('given forged keys %j, is refused', (keys) =>
    expect(() => positionOf(keys, 'rev')).toThrow('not a cursor of this list'),
  );
});

describe('a page by id', () => {
  it('begins behind an id', () => expect(pageById({ limit: 1, after: [id] }, 'rev')).toEqual({ limit: 1, after: id }));
  it('without a cursor begins at the beginning', () =>
    expect(pageById({ limit: 1, after: null }, 'rev')).toEqual({ limit: 1, after: null }));
  it.each([[['x']], [[1]], [[null]], [[]]])('given forged keys %j, is refused', (keys) =>
    expect(() => pageById({ limit: 1, after: keys }, 'rev')).toThrow('not a cursor of this list'),
  );
});
