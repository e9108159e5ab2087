import Redis from 'ioredis';
import type { Logger } from 'pino';

const LONGEST_PAUSE = 1_000;

export type RedisOptions = {
  readonly url: string;
  /** How the server's list of clients names it. */
  readonly name: string;
  readonly log: Logger;
};

/**
 * Opens a connection that comes back by itself when it was lost. What is asked meanwhile fails after a while, so that nobody
 * waits for ever; `blocking` is for a connection on which one waits.
 * @param how with `patience` in milliseconds; `resubscribes`: of itself when it is back, and nobody hears whether it failed
 */
export function openRedis(
  { url, name, log }: RedisOptions,
  { blocking = false, patience = 5_000, resubscribes = true } = {},
): Redis {
  const redis = new Redis(url, {
    connectionName: `agora-${name}`.replaceAll(/[^\w.-]/g, '-'),
    retryStrategy: (times) => Math.min(LONGEST_PAUSE, 50 * times),
    maxRetriesPerRequest: null,
    autoResubscribe: resubscribes,
    ...(!blocking && { commandTimeout: patience }),
    enableAutoPipelining: !blocking,
  });
  let told = '';
  // Told once a kind, not at every attempt.
  redis.on('error', (error: Error) => {
    if (error.message !== told) log.warn({ err: error }, 'Redis does not answer');
    told = error.message;
  });
  redis.on('ready', () => (told = ''));
  return redis;
}
