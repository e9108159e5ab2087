import path from 'node:path';
import pino from 'pino';
import { guest } from '../../../platform/identity/identity';
import { systemClock } from '../../../platform/kernel/clock';
import { systemTimers, type Timers } from '../../../platform/kernel/timers';
import { startService, trusted, type TestService } from '../../../registry/test/server/story';
import { openFolderStore } from '../../../registry/store/folder';
import type { Store } from '../../../registry/store/store';
import { versionIdOf } from '../../../registry/store/versions';
import { temporaryFolder } from '../../../test/story/files';
import { openFrontDoor } from '../../http/frontDoor';
import { createEdge, type EdgeOptions } from '../../server';
import { registryClient } from '../../supergraph/registry/client';
import type { Hints } from '../../supergraph/registry/hints';
import { registrySource } from '../../supergraph/registry/source';
import { recordTraffic } from '../../traffic/traffic';
import { httpRooms } from '../../transports/httpRooms';
import { forwardedHeaders, HTTP_DEFAULTS } from '../../transports/settings';
import { startServer } from '../servers';

type Interfere = Parameters<typeof startServer>[0];

/** Publishes a supergraph, of whatever rooms. Answers the number of the release. */
async function publish(store: Store, supergraph: string, kind: 'publish' | 'rollback'): Promise<number> {
  const subgraphs = [{ name: 'books', url: 'http://books/graphql', sdl: supergraph }];
  const id = versionIdOf(subgraphs);
  await store.push({ id, subgraphs, supergraph, pushed: { by: 'ada' } });
  const after = (await store.live())?.number ?? 0;
  const release = await store.publish({ version: id, kind, published: { by: 'ada' }, changes: [] }, after);
  return release.number;
}

/** A registry, and what stands between it and gateways. */
export async function startRegistry() {
  const folder = temporaryFolder();
  const store = openFolderStore(folder);
  const service: TestService = await startService({ store });
  const between: { interfere?: Interfere; asked: number } = { asked: 0 };
  const relay = await startServer(async (request, response) => {
    between.asked++;
    if (between.interfere) return between.interfere(request, response);
    const left = new AbortController();
    response.once('close', () => left.abort());
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { authorization = '', 'if-none-match': etag, 'content-type': type = 'application/json' } = request.headers;
    const headers = { authorization, 'content-type': type, ...(etag !== undefined && { 'if-none-match': etag }) };
    const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
    const init = { method: request.method, headers, body, signal: left.signal };
    const answer = await fetch(`${service.url}${request.url}`, init).catch(() => undefined);
    if (!answer) return response.destroy();
    const text = await answer.text();
    const tag = answer.headers.get('etag');
    return response.writeHead(answer.status, tag === null ? {} : { etag: tag }).end(text);
  });
  return {
    url: new URL(relay.url).origin,
    store,
    service,
    token: service.token('gateway', ['read', 'usage']),
    /** Whatever is asked is answered so, until it is undefined again. */
    interfere(how: Interfere | undefined): void {
      between.interfere = how;
      relay.server.closeAllConnections();
    },
    asked: () => between.asked,
    async publish(supergraph: string, kind: 'publish' | 'rollback' = 'publish'): Promise<number> {
      const number = await publish(store, supergraph, kind);
      await service.live.look();
      return number;
    },
    async stop() {
      await relay.stop();
      await service.stop();
    },
  };
}
export type TestRegistry = Awaited<ReturnType<typeof startRegistry>>;

export type FollowerOptions = Pick<EdgeOptions, 'rollback' | 'fits' | 'observability'> & {
  readonly keys?: typeof trusted;
  /** Folder of the last good supergraph. */
  readonly state?: string;
  readonly hints?: Hints;
  readonly timers?: Timers;
  readonly patience?: number;
};

/** A tenth of each pause is enough for a test. */
const hurried: Timers = {
  ...systemTimers,
  pause: (milliseconds, signal) => systemTimers.pause(milliseconds / 10, signal),
};

/** A gateway that follows a registry, over rooms of other teams. */
export async function startFollower(registry: Pick<TestRegistry, 'url' | 'token'>, options: FollowerOptions = {}) {
  const entries: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void entries.push(JSON.parse(line) as never) });
  const { keys = trusted, state = temporaryFolder(), hints, timers = hurried, patience = 2_000 } = options;
  const http = httpRooms({ ...HTTP_DEFAULTS, headersOf: forwardedHeaders }, log);
  const client = registryClient(registry, { patience });
  const traffic = recordTraffic({ client, clock: systemClock, log });
  const close = async () => {
    await http.stop();
    await client.close();
  };
  const edge = await createEdge({
    source: registrySource({ client, url: registry.url, keys, hints, timers, log }),
    lastGood: path.join(state, 'supergraph.json'),
    rollback: options.rollback,
    fits: options.fits,
    observability: options.observability,
    traffic,
    roomsOf: http.roomsOf,
    settle: async (_fields, requestId, trace = { codes: new Set() }) => ({
      envelope: { requestId, tenant: '', locale: '', currency: '', identity: guest },
      expiresAt: null,
      trace,
    }),
    introspection: true,
    log,
    clock: systemClock,
  }).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const door = await openFrontDoor({ port: 0, host: '127.0.0.1' });
  door.open({ handle: edge.handle, upgrade: edge.upgrade, check: async () => true, about: edge.health });
  return {
    url: door.url,
    edge,
    entries,
    state,
    traffic,
    release: () => edge.health().supergraph.release,
    logged: (words: string) => entries.filter(({ msg }) => String(msg).includes(words)),
    async ask(query: string, headers: Record<string, string> = {}, variables: object = {}) {
      const response = await fetch(`${door.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as { data?: unknown; errors?: { message: string }[] };
    },
    async stop() {
      edge.endLive();
      await edge.stop();
      await door.close();
      await close();
    },
  };
}
export type Follower = Awaited<ReturnType<typeof startFollower>>;
