import type { FastifyInstance } from 'fastify';
import type { Access } from './access';
import { ServiceError } from './errors';
import type { Live } from './live';
import { nothingPublished, sendTagged } from './supergraph';

type Asked = { readonly Params: { readonly target: string; readonly artifact: string } };

const KEY = 'x-hive-cdn-key';

/**
 * The supergraph as Hive's CDN delivers it: `GET /artifacts/v1/TARGET/supergraph` with a token in the header `x-hive-cdn-key`.
 * There is one graph here, so that any target names it. Unsigned: Hive's clients know no signature of ours.
 * @see https://the-guild.dev/graphql/hive/docs/schema-registry/high-availability-cdn
 */
export function serveHive(fastify: FastifyInstance, { access, live }: { access: Access; live: Live }): void {
  fastify.get<Asked>('/artifacts/v1/:target/:artifact', async (request, reply) => {
    access.demand(request, 'read', String(request.headers[KEY] ?? ''));
    if (request.params.artifact !== 'supergraph')
      throw new ServiceError('NOT_FOUND', 'Of what a CDN of Hive delivers there is the supergraph alone.');
    const found = await live.current();
    if (!found) throw nothingPublished();
    void reply.header('x-hive-schema-version-id', found.signed.version);
    return sendTagged(request, reply, found, found.signed.supergraph, 'text/plain; charset=utf-8');
  });
}
