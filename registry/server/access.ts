import type { FastifyRequest } from 'fastify';
import type { Clock } from '../../platform/kernel/clock';
import { allows, isExpired, tokenOf, type Right, type Token } from '../tokens/token';
import type { Audit } from './audit';
import { ServiceError } from './errors';

/** Lets in whoever has a token with that right. */
export type Access = {
  /** @throws ServiceError UNAUTHENTICATED or FORBIDDEN, which is audited */
  demand(request: FastifyRequest, right: Right, secret?: string): Token;
};

export type AccessOptions = { readonly tokens: () => readonly Token[]; readonly clock: Clock; readonly audit: Audit };

const BEARER = /^bearer +(\S+) *$/i;

/** The token of the header `authorization: Bearer TOKEN`. */
const bearerOf = ({ headers }: FastifyRequest): string => BEARER.exec(headers.authorization ?? '')?.[1] ?? '';

const MAKE = 'npm run registry -- tokens create NAME --rights';

/** Why not; null for whoever may. */
function refusalOf(token: Token | undefined, secret: string, right: Right, now: Date): ServiceError | null {
  if (secret === '')
    return new ServiceError('UNAUTHENTICATED', 'Send a token of the registry: authorization: Bearer TOKEN.');
  if (!token) return new ServiceError('UNAUTHENTICATED', `The token is not known here. Make one: ${MAKE} ${right}`);
  if (isExpired(token, now))
    return new ServiceError('UNAUTHENTICATED', `The token ${token.name} counted until ${token.expires}. Make another.`);
  if (allows(token, right)) return null;
  return new ServiceError(
    'FORBIDDEN',
    `The token ${token.name} lacks the right "${right}"; it has ${token.rights.join(', ')}.`,
  );
}

export const accessBy = ({ tokens, clock, audit }: AccessOptions): Access => ({
  demand(request, right, secret = bearerOf(request)) {
    const token = tokenOf(tokens(), secret);
    const refusal = refusalOf(token, secret, right, clock.now());
    if (refusal === null) return token as Token;
    audit(request, { what: 'access', who: token?.name ?? null, refused: refusal.code, right });
    throw refusal;
  },
});
