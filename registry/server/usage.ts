import type { FastifyInstance } from 'fastify';
import { readUsage, USAGE_PATH } from '../../platform/delivery/wire';
import type { Store } from '../store/store';
import type { Access } from './access';

const LARGEST = 5_000_000;

/** `POST /v1/usage`, as platform/delivery/wire.ts tells it. */
export function serveUsage(fastify: FastifyInstance, { access, store }: { access: Access; store: Store }): void {
  fastify.post(
    USAGE_PATH,
    { bodyLimit: LARGEST, onRequest: async (request) => void access.demand(request, 'usage') },
    async (request, reply) => {
      await store.record(readUsage(request.body));
      return reply.code(204).send();
    },
  );
}
