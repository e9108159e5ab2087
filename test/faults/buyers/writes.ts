import { setTimeout as pause } from 'node:timers/promises';
import type { Person } from '../../story/people';
import type { Client, Reply } from './client';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- whoever asked knows what was selected
type Data = any;

/** Something that somebody wants done once, however often it has to be said. */
export type Wish = {
  readonly kind: 'cart' | 'order' | 'payment' | 'cancellation' | 'refund' | 'approval' | 'claim';
  readonly who: Person;
  readonly operation: string;
  readonly variables: object;
  /** What an acknowledgement is about, and what must be the same in each. */
  readonly idOf: (payload: Data) => string | undefined;
};

const KEYED: readonly Wish['kind'][] = ['order', 'payment', 'refund', 'claim'];

/** Whether a wish carries an idempotency key: said again, it is the same wish. */
export const isKeyed = ({ kind }: Wish): boolean => KEYED.includes(kind);

/** A write that the shop has said it has done. */
export type Acknowledged = { readonly wish: Wish; readonly id: string; readonly payload: Data };

/** All that was written, and all that is not known to be. */
export type Writes = {
  readonly acknowledged: readonly Acknowledged[];
  /** Two answers to one wish that do not agree. */
  readonly contradictions: readonly string[];
  /** Wishes that the shop has said to have taken back, as a whole. */
  readonly undone: ReadonlySet<Wish>;
  /** Says it again, with the same key, until the answer is known or patience ends. */
  want(wish: Wish): Promise<Reply>;
  /** The same once more, though it was answered. */
  repeat(acknowledged: Acknowledged): Promise<void>;
  /** Says again all that is open. @returns what stays so nevertheless, and why; it is given up */
  reconcile(): Promise<string[]>;
};

const TRIES = 3;
const BETWEEN_TRIES = 300;

export function newWrites(client: Client): Writes {
  const acknowledged: Acknowledged[] = [];
  const known = new Map<Wish, string>();
  const contradictions: string[] = [];
  const open = new Map<Wish, string>();
  const undone = new Set<Wish>();

  function learn(wish: Wish, { data }: Extract<Reply, { kind: 'acknowledged' }>): void {
    const id = wish.idOf(data);
    const before = known.get(wish);
    if (before !== undefined && before !== id)
      contradictions.push(`${wish.operation} ${JSON.stringify(wish.variables)}: first ${before}, then ${id}`);
    if (id === undefined || before !== undefined) return;
    known.set(wish, id);
    // What was taken back was begun anew.
    undone.delete(wish);
    acknowledged.push({ wish, id, payload: data });
  }
  async function say(wish: Wish): Promise<Reply> {
    const reply = await client.send(wish.who, wish.operation, wish.variables);
    if (reply.kind === 'indeterminate') open.set(wish, reply.why);
    else if (reply.kind === 'acknowledged' || reply.wasUndone) open.delete(wish);
    if (reply.kind === 'failed' && reply.wasUndone && !known.has(wish)) undone.add(wish);
    if (reply.kind !== 'acknowledged') return reply;
    learn(wish, reply);
    return reply;
  }
  async function want(wish: Wish): Promise<Reply> {
    let reply = await say(wish);
    for (let left = TRIES; left > 0 && reply.kind === 'indeterminate'; left -= 1) {
      await pause(BETWEEN_TRIES);
      reply = await say(wish);
    }
    return reply;
  }
  return {
    acknowledged,
    contradictions,
    undone,
    want,
    repeat: async ({ wish }) => void (await say(wish)),
    async reconcile() {
      for (const wish of open.keys()) await want(wish);
      const unknown = [...open].map(
        ([{ operation, variables }, why]) => `${operation} ${JSON.stringify(variables)}: ${why}`,
      );
      open.clear();
      return unknown;
    },
  };
}
