import { USAGE_PATH } from '../../platform/delivery/wire';
import { callPath, type StoreCall } from './remote/calls';
import { sender, type RemoteOptions } from './remote/sender';
import type { Release, Store } from './store';
import { StaleReleaseError, StoreUnreachableError } from './store';

/** Asks again whether it was done when the answer was lost: whoever publishes twice after the same release is told so. */
async function publishOnce(store: Store, [release, after]: Parameters<Store['publish']>): Promise<Release> {
  try {
    return await store.publish(release, after);
  } catch (error) {
    if (!(error instanceof StaleReleaseError)) throw error;
    const live = await store.live();
    const isOurs = live?.number === after + 1 && live.version === release.version && live.kind === release.kind;
    if (isOurs) return live;
    throw error;
  }
}

const PAGE = 1_000;

type History = Store['history'];

/** A history of any length, asked for page by page. */
const inPages =
  (ask: History): History =>
  async (limit, before) => {
    const found: Release[] = [];
    while (found.length < limit) {
      const page = await ask(Math.min(PAGE, limit - found.length), found.at(-1)?.number ?? before);
      found.push(...page);
      if (page.length < PAGE) break;
    }
    return found;
  };

/** A registry that is a service, over HTTP. Its clock is the time. */
export function openRemoteStore(options: RemoteOptions): Store {
  const { send, close } = sender(options);
  const call =
    <Call extends StoreCall>(name: Call) =>
    async (...given: Parameters<Store[Call]>) =>
      ((await send(callPath(name), given)) as { value: Awaited<ReturnType<Store[Call]>> }).value as never;
  const store: Store = {
    name: `the registry at ${options.url}`,
    now: async () => new Date(await call('now')()),
    version: call('version'),
    push: call('push'),
    live: call('live'),
    publish: call('publish'),
    history: inPages(call('history')),
    approve: call('approve'),
    approvals: call('approvals'),
    register: call('register'),
    retire: call('retire'),
    clients: call('clients'),
    record: async (batch) => void (await send(USAGE_PATH, batch)),
    usage: call('usage'),
    close,
  };
  return {
    ...store,
    publish: (...given) =>
      store.publish(...given).catch((error: unknown) => {
        if (error instanceof StoreUnreachableError) return publishOnce(store, given);
        throw error;
      }),
  };
}
