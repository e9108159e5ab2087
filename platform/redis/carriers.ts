import type { Logger } from 'pino';
import { listenersOf, streamBus, type StreamBus } from '../events/streams/bus';
import type { AnySubgraph } from '../subgraph/definition';
import { redisTopics, type SharedTopics } from '../subgraph/redisTopics';

export type CarrierOptions = {
  readonly url: string;
  /** This process. */
  readonly name: string;
  /** Whose processes it belongs to: those of a room, or of all of Agora. */
  readonly group: string;
  /** All rooms there are, here or elsewhere: who publishes must know who listens. */
  readonly definitions: readonly AnySubgraph[];
  readonly log: Logger;
};

/** What carries events and wakes between processes. */
export type Carriers = {
  readonly bus: StreamBus;
  readonly topics: SharedTopics;
  /** Hears nothing any more: to be done before the rooms stop. */
  rest(): Promise<void>;
  close(): Promise<void>;
};

export function openCarriers({ url, name, group, definitions, log }: CarrierOptions): Carriers {
  const bus = streamBus({ url, consumer: name, listeners: listenersOf(definitions), log });
  const topics = redisTopics({ url, name, group, log });
  topics.wakeAll();
  return {
    bus,
    topics,
    rest: bus.rest,
    async close() {
      await Promise.all([bus.close(), topics.close()]);
    },
  };
}
