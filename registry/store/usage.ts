import type { DailyUse } from './store';

const keyOf = ({ day, coordinate, client, clientVersion }: DailyUse) =>
  [day, coordinate, client, clientVersion].join('\0');

/** Counts of the same element, client and day as one, in that order. */
export function summed(uses: readonly DailyUse[]): readonly DailyUse[] {
  const sums = new Map<string, DailyUse>();
  for (const use of uses) {
    const key = keyOf(use);
    sums.set(key, { ...use, count: use.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use);
}
