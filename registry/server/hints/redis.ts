import type { Logger } from 'pino';
import { HINT_CHANNEL } from '../../../platform/delivery/wire';
import { openRedis } from '../../../platform/redis/connection';
import type { Release } from '../../store/store';

/** Between gateways and copies of the service, over Redis. */
export function redisHints(url: string, hear: () => void, log: Logger) {
  const publisher = openRedis({ url, name: 'registry-hints', log });
  const subscriber = openRedis({ url, name: 'registry-hears', log }, { blocking: true });
  const failed = (error: unknown) => log.warn({ err: error }, 'a hint could not be sent or awaited');
  subscriber.on('message', hear);
  // What was said while the connection was lost is not said again.
  subscriber.on('ready', hear);
  subscriber.subscribe(HINT_CHANNEL).catch(failed);
  return {
    announce: ({ number }: Release) => void publisher.publish(HINT_CHANNEL, String(number)).catch(failed),
    async close() {
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}
