import type { FastifyReply, FastifyRequest } from 'fastify';

const MOST = 100;
const LONGEST = 256;
const SINGLE = /^application\/(?:graphql-response\+)?json\b/;

/** The media types of answers in one piece, by what clients accept. Apollo Server chooses; its choice is remembered. */
export type MediaTypes = {
  of(request: FastifyRequest): string | undefined;
  /** @param reply what Apollo Server has answered with success */
  learn(request: FastifyRequest, reply: FastifyReply): void;
};

export function mediaTypes(): MediaTypes {
  const known = new Map<string, string>();
  return {
    of: ({ headers: { accept = '' } }) => known.get(accept),
    learn({ headers: { accept = '' } }, reply) {
      const type = reply.getHeader('content-type');
      // Whoever takes parts may be answered in them; what is refused is not told in what was asked for.
      const isMeant = reply.statusCode === 200 && typeof type === 'string' && SINGLE.test(type);
      if (!isMeant || accept.length > LONGEST || /multipart/i.test(accept) || known.size >= MOST) return;
      known.set(accept, type);
    },
  };
}
