import type { FastifyInstance } from 'fastify';
import type { Tenant } from '../platform/identity/tenants';
import type { Rooms } from '../platform/subgraph/transport';
import { contextSettler, tenantOf } from './context';
import { serveRoomRoutes, type RoutedRoom } from './http/roomRoutes';
import { keySets, readFromUsers, type KeySets, type ReadKeySet } from './identity/keys';
import { tokenVerifier } from './identity/verifier';
import { createEdge, type Edge, type EdgeOptions } from './server';

export type AgoraEdgeOptions = Omit<EdgeOptions, 'settle' | 'roomsOf' | 'furnish' | 'open'> & {
  /** How the rooms are reached. */
  readonly rooms: Rooms;
  /** Where it takes more to follow subscriptions. */
  readonly roomsOf?: EdgeOptions['roomsOf'];
  /** Rooms with HTTP endpoints of their own. */
  readonly routed: readonly RoutedRoom[];
  readonly tenants: readonly Tenant[];
  readonly readKeySet?: ReadKeySet;
};

function serveKeys(fastify: FastifyInstance, keys: KeySets, tenants: readonly Tenant[]): void {
  fastify.get('/.well-known/jwks.json', async ({ headers }, reply) => {
    void reply.header('cache-control', 'public, max-age=300');
    return keys.read(tenantOf(headers, tenants));
  });
}

/** The edge in front of our own rooms: it knows their tenants and their tokens, and serves their webhooks. */
export function createAgoraEdge(options: AgoraEdgeOptions): Promise<Edge> {
  const {
    rooms,
    routed,
    tenants,
    clock,
    readKeySet = readFromUsers(rooms),
    roomsOf = () => rooms,
    ...others
  } = options;
  const keys = keySets(readKeySet);
  return createEdge({
    ...others,
    clock,
    roomsOf,
    settle: contextSettler(tenants, tokenVerifier(keys, clock)),
    furnish(fastify) {
      serveKeys(fastify, keys, tenants);
      serveRoomRoutes(fastify, routed, tenants);
    },
  });
}
