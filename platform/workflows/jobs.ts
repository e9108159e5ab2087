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
