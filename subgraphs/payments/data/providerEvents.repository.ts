import type { Db } from '../../../platform/data/database';
import { type PaymentMethod, providerEvents } from './tables';

export const providerEventsRepository = (db: Db) => ({
  /** Notes that an event is heard; waits while another delivery of it is at work. @returns false when it was heard before */
  async hear(provider: PaymentMethod, eventId: string, receivedAt: Date): Promise<boolean> {
    const heard = await db
      .insert(providerEvents)
      .values({ provider, eventId, receivedAt })
      .onConflictDoNothing()
      .returning({ eventId: providerEvents.eventId });
    return heard.length > 0;
  },
});
