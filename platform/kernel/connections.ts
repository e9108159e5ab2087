import { createHash } from 'node:crypto';
import { invalidInput } from './errors';

/** Arguments of a Relay connection that pages forwards. */
export type PageArguments = { first: number; after?: string | null };
/** A page to read: ask the database for `limit + 1` rows behind `after` (the sort keys of the last row seen). */
export type Page = { limit: number; after: CursorKeys | null };
export type CursorKeys = (string | number | null)[];

/**
 * What a connection field answers (Relay Cursor Connections Specification, with `nodes` beside `edges`).
 * What is a function is found out only when a client asks.
 */
export type Connection<Node> = {
  nodes: Node[];
  edges: () => { node: Node; cursor: string }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: () => string | null;
    endCursor: () => string | null;
  };
  totalCount?: number | null | (() => Promise<number>);
};

export const MAX_PAGE = 100;

// Not a secret: it tells a damaged cursor, and one of another list or tenant, from a whole one. Row-level security
// is what keeps tenants apart.
const seal = (scope: string, body: string) =>
  createHash('sha256').update(`${scope}\n${body}`).digest('base64url').slice(0, 8);

export function encodeCursor(scope: string, keys: CursorKeys): string {
  const body = Buffer.from(JSON.stringify(keys)).toString('base64url');
  return `${body}.${seal(scope, body)}`;
}

/** The error for a cursor that holds what no cursor of the list holds. */
export const notOfThisList = () => invalidInput('after is not a cursor of this list.', ['after']);

/** @throws INVALID_INPUT when the cursor is damaged or was given out by another list, sort order or tenant */
export function decodeCursor(scope: string, cursor: string): CursorKeys {
  const [body = '', mark] = cursor.split('.');
  const keys = mark === seal(scope, body) ? parseKeys(body) : null;
  if (!keys) throw notOfThisList();
  return keys;
}

function parseKeys(body: string): CursorKeys | null {
  try {
    const keys: unknown = JSON.parse(Buffer.from(body, 'base64url').toString());
    const isKey = (key: unknown) => key === null || typeof key === 'string' || typeof key === 'number';
    return Array.isArray(keys) && keys.every(isKey) ? keys : null;
  } catch {
    return null;
  }
}

/**
 * @param scope names the list, its sort order and its tenant: a cursor works only where it was made
 * @throws INVALID_INPUT when `first` is not from 1 to 100, or `after` is no cursor of this list
 */
export function parsePage(scope: string, { first, after }: PageArguments): Page {
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE) {
    throw invalidInput(`first must be from 1 to ${MAX_PAGE}; it was ${first}.`, ['first']);
  }
  return { limit: first, after: after == null ? null : decodeCursor(scope, after) };
}

/** @param rows up to `limit + 1` of them: one more than asked tells that there is a next page */
export function connection<Row>(
  scope: string,
  page: Page,
  rows: readonly Row[],
  keysOf: (row: Row) => CursorKeys,
  totalCount?: Connection<Row>['totalCount'],
): Connection<Row> {
  const nodes = rows.slice(0, page.limit);
  const cursorOf = (node: Row) => encodeCursor(scope, keysOf(node));
  const cursorAt = (place: 0 | -1) => () => {
    const node = nodes.at(place);
    return node === undefined ? null : cursorOf(node);
  };
  return {
    nodes,
    edges: () => nodes.map((node) => ({ node, cursor: cursorOf(node) })),
    pageInfo: {
      hasNextPage: rows.length > page.limit,
      hasPreviousPage: page.after !== null,
      startCursor: cursorAt(0),
      endCursor: cursorAt(-1),
    },
    totalCount: totalCount ?? null,
  };
}
