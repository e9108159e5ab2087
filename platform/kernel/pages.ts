import { notOfThisList, type CursorKeys, type Page } from './connections';
import { isId } from './ids';

/** A page as a repository reads it: up to `limit + 1` rows behind `after`, null at the beginning of the list. */
export type PageOf<Key> = { readonly limit: number; readonly after: Key | null };
/** Where a row stands in a list that is ordered by time. */
export type Position = { readonly at: Date; readonly id: string };

const LAST_MILLISECOND = Date.UTC(9999, 11, 31);
const isTime = (key: unknown): key is number =>
  Number.isInteger(key) && (key as number) >= 0 && (key as number) <= LAST_MILLISECOND;

/** What a cursor of a list by time holds. */
export const positionKeys = (at: Date, id: string): CursorKeys => [at.getTime(), id];

/**
 * A cursor's seal is no secret, so what it holds is looked at like any input.
 * @throws INVALID_INPUT when the keys are not the position of a row whose ids have this prefix
 */
export function positionOf([at, id]: CursorKeys, prefix: string): Position {
  if (!isTime(at) || typeof id !== 'string' || !isId(prefix, id)) throw notOfThisList();
  return { at: new Date(at), id };
}

/** A page of a list by time, then by ids of this prefix. @throws INVALID_INPUT when it begins behind no row of such a list */
export const pageByTime = ({ limit, after }: Page, prefix: string): PageOf<Position> => ({
  limit,
  after: after && positionOf(after, prefix),
});

/** A page of a list by ids of this prefix. @throws INVALID_INPUT when it begins behind no row of such a list */
export function pageById({ limit, after }: Page, prefix: string): PageOf<string> {
  const id = after && after[0];
  if (after !== null && (typeof id !== 'string' || !isId(prefix, id))) throw notOfThisList();
  return { limit, after: (id ?? null) as string | null };
}

/** What a cursor of a list by ids holds. */
export const idKeys = ({ id }: { id: string }): CursorKeys => [id];
