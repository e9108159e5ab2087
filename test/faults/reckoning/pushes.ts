import { setTimeout as pause } from 'node:timers/promises';
import type { Follower } from '../buyers/follower';
import type { Target } from '../target';

/** How pushes have reached those who follow orders. */
export type Pushes = {
  readonly seen: number;
  readonly returns: number;
  /** That never came, though the client came back with its cursor. */
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  /** Milliseconds from a change to its push, at most. */
  readonly longestGap: number;
};

type Written = { readonly order_id: string; readonly sequence: number; readonly occurred_at: Date };

const UPDATES = `select order_id, sequence, occurred_at from orders.order_updates where order_id = any($1) order by 1, 2`;
const PATIENCE = 30_000;

/** What had to come behind the first that was seen, and did not. */
function lostOf({ orderId, seen }: Follower, written: readonly Written[]): string[] {
  const first = seen[0]?.sequence;
  if (first === undefined) return [];
  const came = new Set(seen.map(({ sequence }) => sequence));
  const due = written.filter(({ order_id, sequence }) => order_id === orderId && sequence > first);
  return due.filter(({ sequence }) => !came.has(sequence)).map(({ sequence }) => `${orderId} ${sequence}`);
}

function twiceOf({ orderId, seen }: Follower): string[] {
  const sequences = seen.map(({ sequence }) => sequence);
  return sequences.filter((sequence, at) => sequences.indexOf(sequence) !== at).map((each) => `${orderId} ${each}`);
}

const gapsOf = ({ orderId, seen }: Follower, times: ReadonlyMap<string, Date>): number[] =>
  // The first may be one of a time when nobody listened yet.
  seen.slice(1).map(({ sequence, at }) => at.getTime() - Number(times.get(`${orderId} ${sequence}`)));

const readUpdates = ({ sql }: Pick<Target, 'sql'>, followers: readonly Follower[]) =>
  sql<Written>(UPDATES, [[...new Set(followers.map(({ orderId }) => orderId))]]);

/** Waits until all that was written has come to all who follow, or patience ends; then nobody follows any more. */
export async function endPushes(
  target: Pick<Target, 'sql'>,
  followers: readonly Follower[],
  since: Date,
  patience = PATIENCE,
): Promise<Pushes> {
  const deadline = performance.now() + patience;
  let written = await readUpdates(target, followers);
  const lost = () => followers.flatMap((each) => lostOf(each, written));
  while (lost().length > 0 && performance.now() < deadline) {
    await pause(100);
    written = await readUpdates(target, followers);
  }
  const times = new Map(
    written.map(({ order_id, sequence, occurred_at }) => [`${order_id} ${sequence}`, occurred_at] as const),
  );
  const recent = new Map([...times].filter(([, at]) => at >= since));
  await Promise.all(followers.map((each) => each.leave()));
  return {
    seen: followers.reduce((sum, { seen }) => sum + seen.length, 0),
    returns: followers.reduce((sum, each) => sum + each.returns(), 0),
    lost: lost(),
    twice: followers.flatMap(twiceOf),
    longestGap: Math.max(0, ...followers.flatMap((each) => gapsOf(each, recent)).filter((gap) => !Number.isNaN(gap))),
  };
}
