import type { Db } from '../../../platform/data/database';
import { providerEvents as table, type PaymentMethod } from './tables';

export const providerEventsRepository = (db: Db) => ({
  /** Notes that an event is heard; waits while another delivery of it is at work. @returns false when it was heard before */
  async hear(provider: PaymentMethod, eventId: string, receivedAt: Date): Promise<boolean> {
    const heard = await db
      .insert(table)
      .values({ provider, eventId, receivedAt })
      .onConflictDoNothing()
      .returning({ eventId: table.eventId });
    return heard.length > 0;
  },
});
