import { sql, type SQL } from 'drizzle-orm';
import type { Db } from '../../../platform/data/database';
import { type PaymentMethod, providerEvents } from './tables';

/** For a transition's `beside`: notes that an event is heard if it has moved the payment. Fails when it was heard before. */
export const hearingBeside = (provider: PaymentMethod, eventId: string, receivedAt: Date): SQL => sql`,
  heard_event as (
    insert into ${providerEvents} (provider, event_id, received_at)
    select ${provider}::text, ${eventId}::text, ${receivedAt.toISOString()}::timestamptz from moved)`;

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
