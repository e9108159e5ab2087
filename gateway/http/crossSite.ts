import type { FastifyRequest } from 'fastify';

const OWN = new Set<unknown>([undefined, 'same-origin', 'none']);

/**
 * Whether a page of another site made a browser send a query in an address, without asking whether it may. Nobody is
 * signed in by that, for tokens travel in a header that such a page cannot set; but it could tell from the time that the
 * answer takes what is behind a firewall. (Fetch Metadata Request Headers, section 2.4; Fetch, "CORS-safelisted request-header")
 */
export const isCrossSite = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' &&
  !OWN.has(headers['sec-fetch-site']) &&
  !headers['apollo-require-preflight'] &&
  !headers['x-apollo-operation-name'];
