import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import pino from 'pino';
import { createClient, type Client, type ClientOptions } from 'graphql-ws';
import { WebSocket } from 'ws';
import { demoTenant, type Tenant } from '../../platform/identity/tenants';
import { systemClock, type Clock } from '../../platform/kernel/clock';
import { openFrontDoor } from '../http/frontDoor';
import type { Protection } from '../protection/protection';
import { createAgoraEdge } from '../agoraEdge';
import type { LiveLimits } from '../subscriptions/limits';
import type { EdgeOptions } from '../server';
import { compose } from '../supergraph/compose';
import { textSource } from '../supergraph/source';
import { testRooms } from './rooms';

export const otherTenant: Tenant = {
  ...demoTenant,
  id: 'other',
  hosts: ['other.example'],
  currencies: ['EUR'],
  locales: ['de-DE'],
};

type Claims = { sub?: string; tenant?: string; roles?: string[]; exp?: number; iss?: string; aud?: string };
type Answer = {
  status: number;
  headers: Headers;
  body: {
    data?: Record<string, unknown> | null;
    extensions?: Record<string, unknown>;
    errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
  };
};

async function keyPair(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid } };
}

const seconds = () => Math.floor(Date.now() / 1000);

const sign = ({ kid, privateKey }: { kid: string; privateKey: CryptoKey }, claims: Claims = {}, header: object = {}) =>
  new SignJWT({
    sub: 'usr_1',
    tenant: 'demo',
    roles: ['BUYER'],
    sid: 'ses_1',
    iss: 'agora',
    aud: 'agora',
    exp: seconds() + 600,
    ...claims,
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid, ...header })
    .sign(privateKey);

/** The gateway over two small rooms, with a key that a test can sign with, on a port of its own. */
export async function startTestEdge({
  introspection = true,
  clock = systemClock,
  protection,
  live,
  plugins,
  observability,
}: {
  introspection?: boolean;
  clock?: Clock;
  protection?: Protection;
  live?: Partial<LiveLimits>;
  plugins?: EdgeOptions['plugins'];
  observability?: EdgeOptions['observability'];
} = {}) {
  const world = testRooms();
  const key = await keyPair('key-1');
  const stranger = await keyPair('key-1');
  const log: Record<string, unknown>[] = [];
  const jwks = { keys: [key.jwk], asked: 0 };
  const door = await openFrontDoor({ port: 0, host: '127.0.0.1' });
  const edge = await createAgoraEdge({
    source: textSource(await compose(world.schemas)),
    rooms: world.rooms,
    routed: [],
    tenants: [demoTenant, otherTenant],
    introspection,
    protection,
    live,
    plugins,
    observability,
    clock,
    log: pino(
      { level: 'info' },
      { write: (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>) },
    ),
    readKeySet: async () => (jwks.asked++, { keys: [...jwks.keys] as never }),
  });
  door.open({ handle: edge.handle, upgrade: edge.upgrade, check: async () => true });
  const sockets: Client[] = [];

  async function post(body: unknown, headers: Record<string, string> = {}, path = '/graphql'): Promise<Answer> {
    const response = await fetch(door.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
  }

  return {
    ...world,
    door,
    edge,
    log,
    jwks,
    url: door.url,
    wsUrl: door.url.replace('http', 'ws'),
    post,
    query: (query: string, headers?: Record<string, string>, variables?: object) => post({ query, variables }, headers),
    token: (claims?: Claims, header?: object) => sign(key, claims, header),
    forged: (claims?: Claims) => sign(stranger, claims),
    newKey: async () => {
      const next = await keyPair('key-2');
      jwks.keys.push(next.jwk);
      return (claims?: Claims) => sign(next, claims);
    },
    /** A graphql-ws client. */
    socket(connectionParams: Record<string, unknown> = {}, options: Partial<ClientOptions> = {}): Client {
      const url = `${door.url.replace('http', 'ws')}/graphql`;
      const client = createClient({
        url,
        webSocketImpl: WebSocket,
        connectionParams,
        retryAttempts: 0,
        onNonLazyError: () => {},
        ...options,
      });
      sockets.push(client);
      return client;
    },
    async stop() {
      for (const client of sockets) await client.dispose();
      edge.endLive();
      await edge.stop();
      await door.close();
    },
  };
}
export type TestEdge = Awaited<ReturnType<typeof startTestEdge>>;
