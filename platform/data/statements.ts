import { sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Position } from '../kernel/pages';

/** A statement that is built when it is first needed: a repository is also made for every transaction, for a few of them. */
export function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/**
 * Whether a column is one of the list that stands for a placeholder. In a sub-select the planner cannot count the list: it
 * keeps one plan for a statement that is prepared by name, where it would think each list worth a plan of its own.
 */
export const isAnyOf = (column: PgColumn, list: string): SQL =>
  sql`${column} = any((select ${sql.placeholder(list)}::text[])::text[])`;

const beside = (comparison: SQL) => (time: PgColumn, id: PgColumn, position: Position | null) =>
  position ? sql`(${time}, ${id}) ${comparison} (${sql.param(position.at, time)}, ${position.id})` : undefined;

/** What comes behind a position in a list that is newest first. */
export const olderThan = beside(sql`<`);
/** What comes behind a position in a list that is oldest first. */
export const newerThan = beside(sql`>`);
