import type { RoomContext } from '../subgraph/context';

/** Work that a room does by itself, on a schedule; it runs once a tenant at each tick, however many copies there are. */
export type Job = {
  /** `orders.expire-unpaid-orders` */
  readonly name: string;
  readonly description: string;
  /** A crontab of six fields, seconds first. */
  readonly schedule: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a job is written against its own room's context
  readonly run: (context: RoomContext<any, any>) => Promise<void>;
};

/** Work that is left out when its time comes while it still runs: two of the same would only be in each other's way. */
export function unlessRunning(work: () => Promise<void>): () => Promise<void> {
  let running = false;
  return async () => {
    if (running) return;
    running = true;
    try {
      await work();
    } finally {
      running = false;
    }
  };
}
