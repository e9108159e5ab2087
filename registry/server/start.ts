import { openFrontDoor } from '../../gateway/http/frontDoor';
import { createLog } from '../../gateway/log';
import type { Environment } from '../../gateway/settings';
import { listenError, StartError } from '../../gateway/startErrors';
import { systemClock } from '../../platform/kernel/clock';
import { stoppable, type Closers } from '../../platform/kernel/stoppable';
import { openStore } from '../store/open';
import { StoreRefusal, StoreUnreachableError, type Release, type Store } from '../store/store';
import { watchTokens } from '../tokens/file';
import { worksApart } from './apart/apart';
import { verifier } from './apart/verify';
import { openHints } from './hints';
import { followLive } from './live';
import { createRegistryServer } from './server';
import type { RegistrySettings } from './settings';

export type RegistryService = {
  readonly url: string;
  /** How its store is called. */
  readonly store: string;
  /** What is live; null before the first release. */
  readonly release: Release | null;
  /** Lets those inside finish, for ten seconds at most, then closes everything. May be called twice. */
  stop(): Promise<void>;
};

const DRAIN_PATIENCE = 9_000;
/** For gateways whose connections are open still: they hear that they should ask elsewhere. */
const LINGER = 500;

/** A store that refuses what is damaged in it answers, and is mended through us. */
const answers = (store: Store) => async () =>
  store.live().then(
    () => true,
    (error: unknown) => error instanceof StoreRefusal,
  );

/** A store that is broken can be mended by a push; one that is not there cannot. @throws StartError */
async function lookAtStart(store: Store): Promise<Release | null> {
  return store.live().catch((error: unknown) => {
    if (error instanceof StoreRefusal) return null;
    throw error instanceof StoreUnreachableError ? new StartError(error.message) : error;
  });
}

async function start(settings: RegistrySettings, env: Environment, closers: Closers) {
  const { PORT: port, HOST: host, REGISTRY_SIGNING_KEYS: keys } = settings;
  const log = createLog(settings.LOG_LEVEL);
  const tokens = watchTokens(settings.REGISTRY_TOKENS, (err) => log.error({ err }, 'the tokens cannot be read'));
  const door = await openFrontDoor({ port, host }).catch((error: unknown) => {
    const how = { host: 'HOST=', port: (other: number) => `PORT=${other} npm run registry:serve` };
    throw listenError(error, host, port, how);
  });
  closers.push(door.close);
  const store = await openStore(env);
  closers.push(store.close);
  const release = await lookAtStart(store);
  const postgres = env.REGISTRY_DATABASE_URL?.trim() || undefined;
  const hints = openHints({ redis: settings.REDIS_URL, postgres, log });
  closers.push(hints.close);
  const live = followLive({ store, keys, log, tell: hints.announce });
  closers.push(live.stop);
  hints.hear(live.hint);
  const server = await createRegistryServer({
    store,
    live,
    tokens,
    verify: verifier(store, worksApart(env)),
    trustedProxies: settings.TRUSTED_PROXIES,
    clock: systemClock,
    log,
  });
  closers.push(() => server.close());
  closers.push(async () => {
    live.end();
    await door.drain(DRAIN_PATIENCE, LINGER);
  });
  door.open({
    handle: (request, response) => server.routing(request, response),
    upgrade: (_request, socket) => void socket.end('HTTP/1.1 501 Not Implemented\r\nConnection: close\r\n\r\n'),
    check: answers(store),
  });
  return { url: door.url, store: store.name, release };
}

/** @throws an error whose message says what to do; what was opened by then is closed again */
export const startRegistry = (settings: RegistrySettings, env: Environment): Promise<RegistryService> =>
  stoppable((closers) => start(settings, env, closers));
