import type { FastifyInstance } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import type { Envelope } from '../../platform/identity/envelope';
import type { Tenant } from '../../platform/identity/tenants';
import { serviceEnvelope, type Room } from '../../platform/subgraph/room';
import { tenantOf } from '../context';

export type RouteRequest = { readonly headers: IncomingHttpHeaders; readonly body: string };
export type RouteAnswer = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A room with HTTP endpoints of its own, in this process or far away. */
export type RoutedRoom = {
  readonly name: string;
  readonly routes: readonly {
    readonly method: 'GET' | 'POST';
    readonly path: string;
    handle(envelope: Envelope, request: RouteRequest): Promise<RouteAnswer>;
  }[];
};

export const routedHere = ({ name, definition, contextFor }: Room): RoutedRoom => ({
  name,
  routes: (definition.routes ?? []).map(({ method, path, handle }) => ({
    method,
    path,
    handle: (envelope, request) => handle(contextFor(envelope), request),
  })),
});

/** Mounts the plain HTTP endpoints of the rooms. Their bodies stay as they were sent, for the signatures over them. */
export function serveRoomRoutes(
  fastify: FastifyInstance,
  rooms: readonly RoutedRoom[],
  tenants: readonly Tenant[],
): void {
  void fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    for (const { name, routes } of rooms) {
      for (const { method, path, handle } of routes) {
        scope.route({
          method,
          url: path,
          async handler({ headers, id, body, trace }, reply) {
            const tenant = tenantOf(headers, tenants);
            trace.tenant = tenant.id;
            const request = { headers, body: typeof body === 'string' ? body : '' };
            const answer = await handle(serviceEnvelope(name, tenant, id), request);
            return reply
              .code(answer.status)
              .headers(answer.headers ?? {})
              .send(answer.body);
          },
        });
      }
    }
  });
}
