/** What came of asking for a part of what may be spent. */
export type Taken = {
  readonly granted: boolean;
  /** What is left; never below nothing. */
  readonly available: number;
  /** Milliseconds until as much as was asked for is there again; 0 when it was granted. */
  readonly wait: number;
};

export type Rate = {
  /** What fits into a bucket, and is there at first. */
  readonly capacity: number;
  readonly perSecond: number;
};

/** Token buckets by key: in this process, or in a store that several gateways share. */
export type Buckets = {
  readonly rate: Rate;
  /** @param now milliseconds */
  take(key: string, cost: number, now: number): Promise<Taken>;
};

type Bucket = { level: number; at: number };

const MAX_KEYS = 100_000;

/**
 * Buckets in this process. One that is full again is as good as none, and forgotten; when there are too many, the longest
 * unused goes first.
 */
export function localBuckets(rate: Rate, most = MAX_KEYS): Buckets {
  const { capacity, perSecond } = rate;
  const buckets = new Map<string, Bucket>();
  const levelAt = ({ level, at }: Bucket, now: number) =>
    Math.min(capacity, level + (Math.max(0, now - at) / 1000) * perSecond);

  function makeRoom(now: number): void {
    for (const [key, bucket] of buckets) {
      if (buckets.size <= most && levelAt(bucket, now) < capacity) break;
      buckets.delete(key);
    }
  }

  return {
    rate,
    async take(key, cost, now) {
      const level = levelAt(buckets.get(key) ?? { level: capacity, at: now }, now);
      // What is dearer than a bucket holds is granted by a full one, which then owes.
      const needed = Math.min(cost, capacity);
      const granted = level >= needed;
      const left = granted ? level - cost : level;
      buckets.delete(key);
      buckets.set(key, { level: left, at: now });
      makeRoom(now);
      return { granted, available: Math.max(0, left), wait: granted ? 0 : ((needed - level) / perSecond) * 1000 };
    },
  };
}
