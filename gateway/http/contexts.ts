import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { Departure, type Leaving } from '../../platform/kernel/leaving';
import type { RequestContext, Settle } from '../context';
import { codeOf, withStatus } from '../protection/errors';

/** Who waits for the answer, as a signal that is aborted when the connection closes before it. */
function leaving({ raw }: FastifyReply): Leaving {
  const departure = new Departure();
  raw.once('close', () => {
    if (!raw.writableFinished) departure.abort();
  });
  return departure;
}

/** Settles who asks, once for a request, however it is answered then. @throws GraphQLError with the status of its answer */
export function contexts(settle: Settle) {
  const known = new WeakMap<FastifyRequest, Promise<RequestContext>>();

  async function settled({ headers, id, trace }: FastifyRequest, reply: FastifyReply): Promise<RequestContext> {
    try {
      return { ...(await settle(headers, id, trace)), signal: leaving(reply) };
    } catch (error) {
      trace.codes.add(codeOf(error));
      throw error instanceof GraphQLError ? withStatus(error) : error;
    }
  }

  return (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => {
    const found = known.get(request) ?? settled(request, reply);
    known.set(request, found);
    return found;
  };
}
