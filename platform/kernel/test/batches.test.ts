import { counted, grouped, inOrder, paged, required } from '../batches';

const rows = [
  { id: 'b', owner: 'x' },
  { id: 'a', owner: 'y' },
  { id: 'c', owner: 'x' },
];

it('given rows in any order, each key gets its own, or null', () =>
  expect(inOrder(['a', 'none', 'b'], rows, (row) => row.id)).toEqual([rows[1], null, rows[0]]));

it('given rows of several owners, each owner gets its own in their order', () =>
  expect(grouped(['y', 'none', 'x'], rows, (row) => row.owner)).toEqual([[rows[1]], [], [rows[0], rows[2]]]));

it('given counts, who was not counted has 0', () =>
  expect(counted(['a', 'b'], [{ key: 'b', count: 3 }])).toEqual([0, 3]));

describe('pages of many owners', () => {
  it('given the same page is asked of all, are one reading', async () => {
    const read = jest.fn(async () => rows);
    const keys = ['x', 'y', 'x'].map((ownerId) => ({ ownerId, limit: 5, after: null }));
    const answer = await paged(keys, read, (row) => row.owner);
    expect(answer).toEqual([[rows[0], rows[2]], [rows[1]], [rows[0], rows[2]]]);
    expect(read.mock.calls).toEqual([[['x', 'y'], { limit: 5, after: null }]]);
  });

  it('given other pages are asked of some, are read apart', async () => {
    const read = jest.fn(async () => rows);
    const keys = [
      { ownerId: 'x', limit: 5, after: null },
      { ownerId: 'x', limit: 5, after: 'b' },
    ];
    await paged<string, (typeof rows)[number]>(keys, read, (row) => row.owner);
    expect(read).toHaveBeenCalledTimes(2);
  });
});

it('given a row that a foreign key promises is missing, says which', () =>
  expect(() => required(null, 'prd_1')).toThrow('no row prd_1'));
