import type { PageOf } from './pages';

// What a loader answers: for every key its value, in the order of the keys.

function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** One row a key; null where there is none. */
export function inOrder<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** All rows of each key, in the order they came. */
export function grouped<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string | null,
): Row[][] {
  const groups = groupBy(rows, keyOf);
  return keys.map((key) => groups.get(key) ?? []);
}

/** How many there are of each key; 0 where none were counted. */
export const counted = (keys: readonly string[], rows: readonly { key: string; count: number }[]): number[] =>
  inOrder(keys, rows, ({ key }) => key).map((row) => row?.count ?? 0);

/** A page of what belongs to one of many. */
export type PageKey<Key> = PageOf<Key> & { readonly ownerId: string };

/** Owners of whom the same page is asked are answered together, by one statement. */
export async function paged<Key, Row>(
  keys: readonly PageKey<Key>[],
  read: (ownerIds: readonly string[], page: PageOf<Key>) => Promise<Row[]>,
  ownerOf: (row: Row) => string,
): Promise<Row[][]> {
  const nameOf = ({ limit, after }: PageKey<Key>) => JSON.stringify([limit, after]);
  const pages = [...groupBy(keys, nameOf)].map(async ([name, alike]) => {
    const [{ limit, after }] = alike as [PageKey<Key>];
    const ownerIds = [...new Set(alike.map(({ ownerId }) => ownerId))];
    return [name, groupBy(await read(ownerIds, { limit, after }), ownerOf)] as const;
  });
  const byName = new Map(await Promise.all(pages));
  return keys.map((key) => byName.get(nameOf(key))?.get(key.ownerId) ?? []);
}

/** A row that a foreign key promises. @throws Error when it is not there */
export function required<Row>(row: Row | null | undefined, id: string): Row {
  if (row == null) throw new Error(`There is no row ${id}, though another refers to it.`);
  return row;
}
