import { createHash } from 'node:crypto';
import { connection, decodeCursor, encodeCursor, parsePage } from '../connections';

describe('a page', () => {
  it.each([0, -1, 101, 2_147_483_647, 1.5, NaN])('first: %p is refused, and never cut', (first) => {
    expect(() => parsePage('list', { first })).toThrow('first must be from 1 to 100');
  });

  it('given one row more than asked for, has a next page and leaves the row out', () => {
    const page = parsePage('list', { first: 2 });
    const { nodes, pageInfo } = connection('list', page, ['a', 'b', 'c'], (row) => [row]);
    expect(nodes).toEqual(['a', 'b']);
    expect(pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(parsePage('list', { first: 2, after: pageInfo.endCursor() })).toEqual({ limit: 2, after: ['b'] });
  });

  it('given no rows, has no cursors', () => {
    const { pageInfo } = connection('list', parsePage('list', { first: 2 }), [], () => []);
    expect(pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    expect([pageInfo.startCursor(), pageInfo.endCursor()]).toEqual([null, null]);
  });

  it('makes cursors only when it is asked for them', () => {
    const keysOf = jest.fn((row: string) => [row]);
    const { edges } = connection('list', parsePage('list', { first: 2 }), ['a', 'b'], keysOf);
    expect(keysOf).not.toHaveBeenCalled();
    expect(edges().map(({ cursor }) => decodeCursor('list', cursor))).toEqual([['a'], ['b']]);
  });
});

describe('a cursor', () => {
  const cursor = encodeCursor('products/demo/NAME', ['Phone', 'prd_1', 12, null]);

  it('gives back its keys', () =>
    expect(decodeCursor('products/demo/NAME', cursor)).toEqual(['Phone', 'prd_1', 12, null]));

  it.each(['products/other/NAME', 'products/demo/NEWEST', 'orders/demo'])(
    'is refused by %s, which did not make it',
    (scope) => expect(() => decodeCursor(scope, cursor)).toThrow('not a cursor of this list'),
  );

  it.each(['', '.', 'x', `${cursor}x`, `x${cursor}`, cursor.replace('.', '')])(
    'tampered with to %p, is refused',
    (text) => expect(() => decodeCursor('products/demo/NAME', text)).toThrow('not a cursor of this list'),
  );

  it.each(['not json', '{}', '[[]]', '[true]'])('forged around %p with a right seal, is refused', (text) => {
    const body = Buffer.from(text).toString('base64url');
    const seal = createHash('sha256').update(`list\n${body}`).digest('base64url').slice(0, 8);
    expect(() => decodeCursor('list', `${body}.${seal}`)).toThrow('not a cursor of this list');
  });
});
