import type { UsageBatch } from '../../platform/delivery/usage';
import type { Client } from './clients';

/** What was counted and has not been handed in. */
export type Ledger = {
  add(day: string, client: Client, coordinate: string, count: number): void;
  /** A part of it, or undefined when there is nothing. It is in the ledger no longer. */
  next(): Omit<UsageBatch, 'id'> | undefined;
  /** How many counts are in it. */
  size(): number;
  /** Counts that found no room. */
  dropped(): number;
};

/** A few hundred clients that use a thousand elements each. */
const MOST = 200_000;
const MOST_IN_A_BATCH = 2_000;

type Counts = Map<string, number>;

/** Counts of one client of one day. */
type Page = { readonly day: string; readonly client: Client; readonly counts: Counts };

/** While nobody takes it in, the same counts grow, and take no more room. */
export function ledger(most = MOST): Ledger {
  const pages = new Map<string, Page>();
  let size = 0;
  let dropped = 0;

  function pageOf(day: string, client: Client): Page {
    const key = JSON.stringify([day, client.name, client.version]);
    const page = pages.get(key) ?? { day, client, counts: new Map() };
    pages.set(key, page);
    return page;
  }

  /** Takes counts of pages of one day, as many as go into a batch. */
  function* torn(day: string) {
    let left = MOST_IN_A_BATCH;
    for (const [key, { day: ofDay, client, counts }] of pages) {
      if (ofDay !== day) continue;
      for (const [coordinate, count] of counts) {
        if (left-- === 0) return;
        counts.delete(coordinate);
        size--;
        yield { coordinate, client: client.name, clientVersion: client.version, count };
      }
      pages.delete(key);
    }
  }

  return {
    add(day, client, coordinate, count) {
      const { counts } = pageOf(day, client);
      const known = counts.get(coordinate);
      if (known === undefined && size >= most) {
        dropped++;
        return;
      }
      if (known === undefined) size++;
      counts.set(coordinate, (known ?? 0) + count);
    },
    next() {
      const [first] = pages.values();
      if (size === 0 || !first) return undefined;
      return { day: first.day, uses: [...torn(first.day)] };
    },
    size: () => size,
    dropped: () => dropped,
  };
}
