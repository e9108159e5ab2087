import { sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** The last row seen of a list that is newest first; null at its beginning. */
export type Behind = { at: Date; id: string } | null;

export const behindTime = (time: PgColumn, id: PgColumn, behind: Behind): SQL | undefined =>
  behind ? sql`(${time}, ${id}) < (${sql.param(behind.at, time)}, ${behind.id})` : undefined;
