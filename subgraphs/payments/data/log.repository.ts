import { asc, inArray } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { transitions } from './tables';

export type LogRow = { entityId: string; from: string | null; to: string; reason: string | null; occurredAt: Date };

const columns = {
  entityId: transitions.entityId,
  from: transitions.from,
  to: transitions.to,
  reason: transitions.reason,
  occurredAt: transitions.occurredAt,
};

export const logRepository = (db: Db) => ({
  /** The changes of state of payments or refunds, oldest first. */
  ofEntities: (entityIds: readonly string[]): Promise<LogRow[]> =>
    db
      .select(columns)
      .from(transitions)
      .where(inArray(transitions.entityId, [...entityIds]))
      .orderBy(asc(transitions.entityId), asc(transitions.position)),
});
