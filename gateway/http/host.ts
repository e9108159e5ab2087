import type { IncomingHttpHeaders } from 'node:http';

/** A name that is nobody's. (RFC 2606, section 2) */
const NOBODY = 'host.invalid';

/** A request whose header `host` is no host. */
export class HostError extends Error {
  readonly statusCode = 400;
}

/**
 * Checks the header `host`, of which Apollo Server makes an address; most requests name the same as the one before. Only
 * HTTP/1.0 may leave it out: what else does never comes here. (RFC 9112, section 3.2)
 */
export function hostCheck(): (headers: IncomingHttpHeaders) => HostError | undefined {
  let known: string | undefined;
  return (headers) => {
    const host = (headers.host ??= NOBODY);
    if (host === known) return undefined;
    if (!URL.canParse(`http://${host}/`)) return new HostError('The header host must name the host that is asked.');
    known = host;
    return undefined;
  };
}
