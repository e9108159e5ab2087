import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LONGEST_WAIT, SUPERGRAPH_PATH } from '../../platform/delivery/wire';
import type { Access } from './access';
import { ServiceError } from './errors';
import type { Delivered, Live } from './live';

/** Is aborted when whoever asks has gone. */
export function leavingOf({ raw }: FastifyReply): AbortSignal {
  const leaving = new AbortController();
  raw.once('close', () => leaving.abort());
  return leaving.signal;
}

/** The first of the ETags that is known, weak or not. @see RFC 9110, section 13.1.2 */
const etagsOf = (header = ''): readonly string[] => header.split(',').map((each) => each.trim().replace(/^W\//, ''));

export const nothingPublished = () =>
  new ServiceError('NOTHING_PUBLISHED', 'Nothing is published yet: npm run registry -- publish');

/** Sends 304 to whoever has it, else the body. */
export function sendTagged(
  request: FastifyRequest,
  reply: FastifyReply,
  { etag }: Delivered,
  body: string | Buffer,
  type: string,
): FastifyReply {
  void reply.header('etag', etag).header('cache-control', 'no-cache');
  if (etagsOf(request.headers['if-none-match']).includes(etag)) return reply.code(304).send();
  return reply.type(type).send(body);
}

/** @throws ServiceError */
function millisecondsOf({ query }: FastifyRequest): number {
  const { wait = '0' } = query as { wait?: unknown };
  const seconds = Number(wait);
  if (typeof wait !== 'string' || wait === '' || !(seconds >= 0 && seconds <= LONGEST_WAIT))
    throw new ServiceError('BAD_REQUEST', `wait takes seconds from 0 to ${LONGEST_WAIT}.`);
  return seconds * 1000;
}

/** `GET /v1/supergraph`, as platform/delivery/wire.ts tells it. */
export function serveSupergraph(fastify: FastifyInstance, { access, live }: { access: Access; live: Live }): void {
  fastify.get(SUPERGRAPH_PATH, async (request, reply) => {
    access.demand(request, 'read');
    const [known] = etagsOf(request.headers['if-none-match']);
    const found = await live.another(known || undefined, millisecondsOf(request), leavingOf(reply));
    if (!found) throw nothingPublished();
    return sendTagged(request, reply, found, found.json, 'application/json; charset=utf-8');
  });
}
