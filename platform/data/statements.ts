import { sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Position } from '../kernel/pages';

/** A statement that is built when it is first needed: a repository is also made for every transaction, for a few of them. */
export function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

const beside = (comparison: SQL) => (time: PgColumn, id: PgColumn, position: Position | null) =>
  position ? sql`(${time}, ${id}) ${comparison} (${sql.param(position.at, time)}, ${position.id})` : undefined;

/** What comes behind a position in a list that is newest first. */
export const olderThan = beside(sql`<`);
/** What comes behind a position in a list that is oldest first. */
export const newerThan = beside(sql`>`);
