import type { Logger } from 'pino';
import { openRedis } from '../../../platform/redis/connection';
import { localBuckets, type Buckets, type Rate, type Taken } from './buckets';

/** Makes buckets that all gateways with the same Redis share. */
export type SharedBuckets = {
  /** @param name of what is counted: identities, addresses */
  of(name: string, rate: Rate): Buckets;
  stop(): Promise<void>;
};

// The same as localBuckets does, in one step for whoever asks. A clock that goes behind another's gives nothing back twice.
const TAKE = `
  local capacity, perSecond, cost, now = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
  local kept = redis.call('HMGET', KEYS[1], 'level', 'at')
  local level, at = capacity, now
  if kept[1] then
    at = math.max(now, tonumber(kept[2]))
    level = math.min(capacity, tonumber(kept[1]) + (at - tonumber(kept[2])) / 1000 * perSecond)
  end
  local granted = level >= math.min(cost, capacity)
  local left = granted and level - cost or level
  redis.call('HSET', KEYS[1], 'level', tostring(left), 'at', string.format('%d', at))
  redis.call('PEXPIRE', KEYS[1], math.ceil((capacity - left) / perSecond * 1000) + 1000)
  return { granted and 1 or 0, tostring(level), tostring(left) }`;

type Answer = readonly [granted: number, level: string, left: string];

function takenOf([granted, level, left]: Answer, cost: number, { capacity, perSecond }: Rate): Taken {
  const missing = Math.min(cost, capacity) - Number(level);
  return {
    granted: granted === 1,
    available: Math.max(0, Number(left)),
    wait: granted === 1 ? 0 : (missing / perSecond) * 1000,
  };
}

/** Milliseconds that a request waits for Redis at most; whoever it keeps waiting does not ask it for a while. */
const PATIENCE = 250;
const REST = 1_000;

/** Buckets in Redis. Where it does not answer, each gateway counts for itself until it does. */
export function sharedBuckets(url: string, log: Logger): SharedBuckets {
  const redis = openRedis({ url, name: 'gateway-rates', log }, { patience: PATIENCE });
  let restUntil = -Infinity;
  return {
    of(name, rate) {
      const own = localBuckets(rate);
      return {
        rate,
        async take(key, cost, now) {
          if (redis.status !== 'ready' || now < restUntil) return own.take(key, cost, now);
          try {
            const given = [rate.capacity, rate.perSecond, cost, now];
            const answer = (await redis.eval(TAKE, 1, `agora:rate:${name}:${key}`, ...given)) as Answer;
            return takenOf(answer, cost, rate);
          } catch (error) {
            restUntil = now + REST;
            log.warn({ err: error }, 'rates are counted by this gateway alone');
            return own.take(key, cost, now);
          }
        },
      };
    },
    stop: async () => void (await redis.quit().catch(() => redis.disconnect())),
  };
}
