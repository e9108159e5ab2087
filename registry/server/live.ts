import type { Logger } from 'pino';
import { signDelivery, type SignedDelivery, type SigningKey } from '../../platform/delivery/delivery';
import { etagOf } from '../../platform/delivery/wire';
import { startWorker } from '../../platform/events/worker';
import { StoreRefusal, type Release, type Store } from '../store/store';
import { versionIdOf } from '../store/versions';
import { ServiceError } from './errors';

/** The live supergraph, ready to be sent: made once a release. */
export type Delivered = { readonly signed: SignedDelivery; readonly etag: string; readonly json: Buffer };

/** What is live, for as many as ask. All together cost the store one look at a time. */
export type Live = {
  /** Null before the first release. While the store does not answer it is what was live last. @throws ServiceError */
  current(): Promise<Delivered | null>;
  /** As soon as it is another than that, or what there is after so many milliseconds, or when whoever waits has left. */
  another(etag: string | undefined, milliseconds: number, leaving: AbortSignal): Promise<Delivered | null>;
  /** Looks at the store now. */
  look(): Promise<void>;
  /** There may be another release: looks soon. */
  hint(): void;
  /** How many wait. */
  waiting(): number;
  /** Sends away those who wait, and lets nobody wait any more. */
  end(): void;
  stop(): Promise<void>;
};

export type LiveOptions = {
  readonly store: Pick<Store, 'live' | 'version'>;
  /** The first signs. */
  readonly keys: readonly SigningKey[];
  readonly log: Logger;
  /** Hears of each release that is live from now on. */
  readonly tell?: (release: Release) => void;
  /** Milliseconds between looks that nobody has asked for. */
  readonly every?: number;
};

const LOOK_EVERY = 1_000;
/** What was seen so many milliseconds ago counts as now. */
const FRESH = 100;
/** Milliseconds for which a store may say nothing until what was live last counts as live. */
const PATIENCE = 1_000;

const altered = (id: string) =>
  new StoreRefusal(`The live version ${id} is not what was pushed under that id. It is not signed: publish it again.`);

/** Gateways are not told what is wrong with the store. */
const unreadable = () =>
  new ServiceError(
    'UNAVAILABLE',
    'The live release cannot be read, or must not be signed. The log of the registry says why.',
  );

/** @throws StoreRefusal when the store holds another content under the id of the version */
async function deliver({ store, keys }: LiveOptions, release: Release): Promise<Delivered> {
  const version = await store.version(release.version);
  if (!version || versionIdOf(version.subgraphs) !== release.version || version.supergraph === '')
    throw altered(release.version);
  const { number, published } = release;
  const delivery = {
    version: version.id,
    release: number,
    supergraph: version.supergraph,
    publishedAt: published.at,
  };
  const signed = signDelivery(delivery, keys[0] as SigningKey);
  return { signed, etag: etagOf(signed), json: Buffer.from(JSON.stringify(signed)) };
}

/** Waits for it no longer than that. */
async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, enough]);
  clearTimeout(timer);
}

/** Those who wait. */
function waitingRoom() {
  const waiting = new Set<() => void>();
  return {
    count: () => waiting.size,
    wake: () => [...waiting].forEach((leave) => leave()),
    wait: (milliseconds: number, leaving: AbortSignal) =>
      new Promise<void>((resolve) => {
        const leave = () => {
          clearTimeout(timer);
          waiting.delete(leave);
          leaving.removeEventListener('abort', leave);
          resolve();
        };
        const timer = setTimeout(leave, milliseconds);
        waiting.add(leave);
        leaving.addEventListener('abort', leave);
      }),
  };
}

/** Begins to follow the store. What cannot be read, or must not be signed, leaves in place what was live before. */
export function followLive(options: LiveOptions): Live {
  const { store, log, tell } = options;
  const room = waitingRoom();
  let delivered: Delivered | null = null;
  let failure: Error | null = null;
  let lookedAt = -Infinity;
  let ended = false;

  async function read(): Promise<void> {
    const release = await store.live();
    const etag = release && etagOf({ release: release.number, version: release.version });
    if (etag === (delivered?.etag ?? null)) return;
    delivered = release && (await deliver(options, release));
    room.wake();
    if (!release) return;
    log.info({ etag }, 'another supergraph is live');
    tell?.(release);
  }
  async function look(): Promise<boolean> {
    try {
      await read();
      failure = null;
    } catch (error) {
      if (failure?.message !== (error as Error).message) log.error({ err: error }, 'the live release cannot be read');
      failure = error as Error;
    }
    lookedAt = performance.now();
    return false;
  }
  const worker = startWorker({
    work: look,
    interval: options.every ?? LOOK_EVERY,
    onError: (err) => log.error({ err }),
  });

  async function current(): Promise<Delivered | null> {
    if (performance.now() - lookedAt > FRESH) await (delivered ? within(PATIENCE, worker.drain()) : worker.drain());
    if (failure && !delivered) throw unreadable();
    return delivered;
  }
  return {
    current,
    async another(etag, milliseconds, leaving) {
      const found = await current();
      const isNew = found !== null && found.etag !== etag;
      if (isNew || ended || milliseconds === 0 || leaving.aborted) return found;
      await room.wait(milliseconds, leaving);
      return delivered;
    },
    look: worker.drain,
    hint: worker.wake,
    waiting: room.count,
    end() {
      ended = true;
      room.wake();
    },
    stop: worker.stop,
  };
}
