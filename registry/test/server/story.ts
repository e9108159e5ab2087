import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import pino from 'pino';
import { openFrontDoor } from '../../../gateway/http/frontDoor';
import { newKeyPair, readSigningKeys, readTrustedKeys } from '../../../platform/delivery/keys';
import { SUPERGRAPH_PATH } from '../../../platform/delivery/wire';
import { systemClock, type Clock } from '../../../platform/kernel/clock';
import { worksApart, type Apart } from '../../server/apart/apart';
import { verifier } from '../../server/apart/verify';
import { followLive } from '../../server/live';
import { createRegistryServer } from '../../server/server';
import { openRemoteStore } from '../../store/remote';
import type { Release, Store, SubgraphSchema, Unsigned, Version } from '../../store/store';
import { versionIdOf } from '../../store/versions';
import { newToken, type Right, type Token } from '../../tokens/token';

export const pair = newKeyPair('test');
export const trusted = readTrustedKeys(pair.trusted);

/** A version of two subgraphs that compose; another `field` makes it another version. */
export function composed(field: string): Unsigned<Version> {
  const subgraphs: SubgraphSchema[] = [
    { name: 'users', url: 'http://users/graphql', sdl: `type Query { ${field}: ID }` },
    { name: 'orders', url: 'http://orders/graphql', sdl: 'type Query { order: ID }' },
  ];
  const services = subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) throw new AggregateError(errors, 'It does not compose.');
  return { id: versionIdOf(subgraphs), subgraphs, supergraph: supergraphSdl, pushed: { by: 'ada' } };
}

/** Pushes and publishes it. */
export async function publish(store: Store, version: Unsigned<Version>): Promise<Release> {
  await store.push(version);
  const after = (await store.live())?.number ?? 0;
  return store.publish({ version: version.id, kind: 'publish', published: { by: 'ada' }, changes: [] }, after);
}

const really = worksApart({});

/** Composes as the service does. What a check says is no matter here. */
const composing: Apart = async (task) => ('compose' in task ? really(task) : {});

type Options = {
  readonly store: Store;
  readonly apart?: Apart;
  readonly clock?: Clock;
  /** Milliseconds between looks at the store; none but those asked for, if not given. */
  readonly every?: number;
};

/** The registry behind a free port, on that store. */
export async function startService({ store, apart = composing, clock = systemClock, every = 3_600_000 }: Options) {
  const lines: Record<string, unknown>[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as never) });
  const live = followLive({ store, keys: readSigningKeys(pair.signing), log, every });
  const tokens: Token[] = [];
  const verify = verifier(store, apart);
  const shared = { store, live, verify, clock, log, trustedProxies: 0 };
  const server = await createRegistryServer({ ...shared, tokens: () => tokens });
  const door = await openFrontDoor({ port: 0, host: '127.0.0.1' });
  door.open({
    handle: (request, response) => server.routing(request, response),
    upgrade: (_request, socket) => void socket.destroy(),
    check: async () => true,
  });
  const opened: Store[] = [];

  function token(name: string, rights: readonly Right[], expires?: string): string {
    const { secret, token: made } = newToken({ name, rights, ...(expires !== undefined && { expires }) });
    tokens.push(made);
    return secret;
  }
  const reader = token('gateway', ['read', 'usage']);
  return {
    url: door.url,
    lines,
    live,
    waiting: live.waiting,
    /** Makes a token, and answers its secret. */
    token,
    revoke: (name: string) => void tokens.splice(0, tokens.length, ...tokens.filter((each) => each.name !== name)),
    /** As a command asks, with a token of that name. */
    remote(name: string, rights: readonly Right[] = ['publish', 'usage']): Store {
      const remote = openRemoteStore({ url: door.url, token: token(name, rights) });
      opened.push(remote);
      return remote;
    },
    ask: (path: string, init: RequestInit = {}) => fetch(`${door.url}${path}`, init),
    /** As a gateway asks. */
    supergraph: ({ etag, wait, secret = reader }: { etag?: string; wait?: string; secret?: string } = {}) =>
      fetch(`${door.url}${SUPERGRAPH_PATH}${wait === undefined ? '' : `?wait=${wait}`}`, {
        headers: { authorization: `Bearer ${secret}`, ...(etag !== undefined && { 'if-none-match': etag }) },
      }),
    async drain() {
      live.end();
      await door.drain(1_000);
    },
    async stop() {
      live.end();
      for (const each of opened) await each.close();
      await door.close();
      await server.close();
      await live.stop();
    },
  };
}
export type TestService = Awaited<ReturnType<typeof startService>>;
