import type { Logger } from 'pino';
import { HINT_CHANNEL } from '../../../platform/delivery/wire';
import { openRedis } from '../../../platform/redis/connection';

/** Tells that there may be another release. Whoever misses it hears of the release all the same, a little later. */
export type Hints = { hear(onHint: () => void): () => void; stop(): Promise<void> };

export function redisHints(url: string, log: Logger): Hints {
  const redis = openRedis({ url, name: 'gateway-registry', log }, { blocking: true });
  // It is subscribed again by itself after a connection was lost.
  redis.subscribe(HINT_CHANNEL).catch((error: unknown) => log.warn({ err: error }, 'no hints of releases are heard'));
  return {
    hear(onHint) {
      const hear = () => onHint();
      redis.on('message', hear);
      // What was said while the connection was lost is not said again.
      redis.on('ready', hear);
      return () => void redis.off('message', hear).off('ready', hear);
    },
    stop: async () => redis.disconnect(),
  };
}
