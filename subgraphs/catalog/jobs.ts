import type { Job } from '../../platform/workflows/jobs';
import { expire } from './acts/releaseStock';
import type { Context } from './context';

const BATCH = 100;

export const releaseExpiredReservations: Job = {
  name: 'catalog.release-expired-reservations',
  description: 'Frees the goods of orders that were not paid in time, every 30 seconds.',
  schedule: '*/30 * * * * *',
  async run(context: Context) {
    let due: string[];
    do {
      due = await context.repositories.reservations.due(context.now(), BATCH);
      for (const orderId of due) await context.transaction((tx) => expire(tx, orderId));
    } while (due.length === BATCH);
  },
};
