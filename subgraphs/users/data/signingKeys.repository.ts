import { desc, lt } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { signingKeys } from './tables';

export type SigningKeyRow = typeof signingKeys.$inferSelect;

export const signingKeysRepository = (db: Db) => ({
  /** The newest first: it signs, all of them verify. */
  all: () => db.select().from(signingKeys).orderBy(desc(signingKeys.createdAt), desc(signingKeys.kid)),
  insert: (key: Omit<SigningKeyRow, 'tenantId'>) => db.insert(signingKeys).values(key).onConflictDoNothing(),
  removeOlderThan: (time: Date) => db.delete(signingKeys).where(lt(signingKeys.createdAt, time)),
});
