import type { Logger } from 'pino';
import { openRedis } from '../../../platform/redis/connection';

/** Documents that clients registered at any of the gateways with the same Redis. */
export type SharedDocuments = {
  find(hash: string): Promise<string | undefined>;
  /** Resolves when the others can find it, or when that has to be forgone. */
  keep(hash: string, body: string): Promise<void>;
  stop(): Promise<void>;
};

// In one slot of a cluster: the bodies by their hash, when each was last used, and how many characters there are.
const KEYS = ['{agora:apq}:bodies', '{agora:apq}:used', '{agora:apq}:characters'] as const;

/** Characters of all of them: Redis carries events, and must not be filled by whoever sends documents. */
const MOST = 8_000_000;
/** Milliseconds: a client that hears that its document is not known sends it. */
const PATIENCE = 250;

const KEEP = `
  if redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2]) == 1 then redis.call('INCRBY', KEYS[3], #ARGV[2]) end
  redis.call('ZADD', KEYS[2], ARGV[3], ARGV[1])
  while tonumber(redis.call('GET', KEYS[3])) > tonumber(ARGV[4]) do
    local oldest = redis.call('ZPOPMIN', KEYS[2])[1]
    if not oldest then break end
    redis.call('DECRBY', KEYS[3], redis.call('HSTRLEN', KEYS[1], oldest))
    redis.call('HDEL', KEYS[1], oldest)
  end`;

/** Where Redis does not answer, each gateway knows what it was told itself. */
export function sharedDocuments(url: string, log: Logger, most = MOST): SharedDocuments {
  const redis = openRedis({ url, name: 'gateway-documents', log }, { patience: PATIENCE });

  async function orNothing<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (redis.status !== 'ready') return undefined;
    try {
      return await work();
    } catch (error) {
      log.warn({ err: error }, 'persisted documents are not shared');
      return undefined;
    }
  }
  return {
    find: (hash) =>
      orNothing(async () => {
        const body = (await redis.hget(KEYS[0], hash)) ?? undefined;
        if (body !== undefined) void orNothing(() => redis.zadd(KEYS[1], 'XX', Date.now(), hash));
        return body;
      }),
    keep: async (hash, body) =>
      void (await orNothing(() => redis.eval(KEEP, KEYS.length, ...KEYS, hash, body, Date.now(), most))),
    stop: async () => void (await redis.quit().catch(() => redis.disconnect())),
  };
}
