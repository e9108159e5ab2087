import type { Emitter } from '../subgraph/callbacks/emitter';
import type { Room } from '../subgraph/room';
import type { Tell } from './errors';
import type { ServiceMetrics } from './metrics';
import type { Streams } from './streams';

/** What stands behind each request to a room. */
export type Served = {
  readonly room: Pick<Room, 'name' | 'schema' | 'definition' | 'execute' | 'subscribe' | 'contextFor'>;
  /** Subscriptions by callback. */
  readonly emitter: Emitter;
  readonly metrics: ServiceMetrics;
  readonly tell: Tell;
  readonly streams: Streams;
};
