import type { FastifyInstance } from 'fastify';
import type { Tenant } from '../../platform/identity/tenants';
import { serviceEnvelope, type Room } from '../../platform/subgraph/room';
import { tenantOf } from '../context';

/** What the gateway needs of a room to serve its webhooks. */
export type RoutedRoom = Pick<Room, 'name' | 'definition' | 'contextFor'>;

/** Mounts the plain HTTP endpoints of the rooms. Their bodies stay as they were sent, for the signatures over them. */
export function serveRoomRoutes(
  fastify: FastifyInstance,
  rooms: readonly RoutedRoom[],
  tenants: readonly Tenant[],
): void {
  void fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    for (const { name, definition, contextFor } of rooms) {
      for (const { method, path, handle } of definition.routes ?? []) {
        scope.route({
          method,
          url: path,
          async handler({ headers, id, body, trace }, reply) {
            const tenant = tenantOf(headers, tenants);
            trace.tenant = tenant.id;
            const context = contextFor(serviceEnvelope(name, tenant, id));
            const answer = await handle(context, { headers, body: typeof body === 'string' ? body : '' });
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
