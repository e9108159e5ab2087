import { lookup } from 'node:dns/promises';
import type { Logger } from 'pino';
import { systemTimers, type Timers } from '../../../platform/kernel/timers';
import { balanced } from './balanced';
import type { Copy } from './opening';
import type { ResilientTransport } from '../resilient';

/** The internet addresses that a name stands for. */
export type Resolve = (name: string) => Promise<readonly string[]>;

/** Of one family: a name that has one address of each is one copy. */
export const resolveName: Resolve = async (name) => {
  const found = await lookup(name, { all: true });
  const family = found.some((each) => each.family === 4) ? 4 : 6;
  return found.filter((each) => each.family === family).map(({ address }) => address);
};

/** Milliseconds between two looks. */
export const LOOK = 5_000;
/** Milliseconds for which one that is gone from the name may still answer what it has been asked. */
const GRACE = 60_000;

export type Discovery = {
  readonly room: string;
  readonly name: string;
  /** The room by its name. */
  readonly whole: Copy;
  /** The copy at one of the name's addresses. */
  readonly open: (address: string) => Copy;
  readonly log: Logger;
  readonly resolve?: Resolve;
  readonly timers?: Timers;
};

/**
 * A room behind a name. Where the name stands for several addresses, as that of a headless service of Kubernetes does or of a
 * service of Docker Compose, each is a copy of its own: asked in turn, watched, and left out by itself.
 */
export function discovered(discovery: Discovery): ResilientTransport & { stop(): Promise<void> } {
  const { room, name, whole, open, log, resolve = resolveName, timers = systemTimers } = discovery;
  const copies = new Map<string, Copy>();
  const stopping = new AbortController();
  const leaving = new Set<Promise<void>>();
  let isKnown = true;
  const several = balanced(() => [...copies.values()].map(({ transport }) => transport));
  const now = () => (copies.size > 1 ? several : whole.transport);

  function retire(copy: Copy): void {
    const left = timers.pause(GRACE, stopping.signal).then(copy.stop);
    leaving.add(left);
    void left.finally(() => leaving.delete(left));
  }
  function take(addresses: readonly string[]): void {
    for (const [address, copy] of copies) {
      if (addresses.includes(address)) continue;
      copies.delete(address);
      retire(copy);
    }
    for (const address of addresses) if (!copies.has(address)) copies.set(address, open(address));
  }
  async function look(): Promise<void> {
    try {
      const addresses = await resolve(name);
      if (!stopping.signal.aborted) take(addresses);
      isKnown = true;
    } catch (error) {
      // Names have no address while no copy is ready. Those known last are as good as none.
      if (isKnown) log.warn({ err: error, room, name }, 'the addresses of a room are not known');
      isKnown = false;
    }
  }
  void look();
  const stopLooking = timers.every(LOOK, () => void look());

  return {
    state: () => now().state(),
    execute: (request) => now().execute(request),
    subscribe: (request) => now().subscribe(request),
    async stop() {
      stopLooking();
      stopping.abort();
      await Promise.all([...leaving, ...[whole, ...copies.values()].map(({ stop }) => stop())]);
    },
  };
}
