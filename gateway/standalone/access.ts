import { guest, ROLES, type Identity, type Role } from '../../platform/identity/identity';
import type { Clock } from '../../platform/kernel/clock';
import { unauthenticated, unavailable } from '../../platform/kernel/errors';
import { bearerOf, newTrace, type Fields, type RequestContext, type Settle } from '../context';
import { scopesOf } from '../identity/verifier';
import type { Flags } from './flags';

type Known = Pick<RequestContext, 'expiresAt' | 'scopes'> & { readonly identity: Identity };
type Identify = (fields: Fields) => Promise<Known>;

const ASYMMETRIC = [
  'EdDSA',
  'Ed25519',
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
];

const isRole = (value: unknown): value is Role => (ROLES as readonly unknown[]).includes(value);
const nobody: Identify = async () => ({ identity: guest, expiresAt: null });

/** The key set could not be read, which is not the fault of who asks. */
const isOurs = (error: unknown): boolean =>
  error instanceof TypeError ||
  /^ERR_JWKS_(TIMEOUT|INVALID)$|^ERR_JOSE_GENERIC$/.test(String((error as { code?: unknown }).code));

/** Verifies tokens of whoever publishes these keys. Only with them: a secret that is shared could be anybody's. */
async function byKeys(
  url: string,
  { issuer, audience }: Pick<Flags, 'issuer' | 'audience'>,
  clock: Clock,
): Promise<Identify> {
  const { createRemoteJWKSet, jwtVerify } = await import('jose');
  const keys = createRemoteJWKSet(new URL(url));
  return async (fields) => {
    const token = bearerOf(fields);
    if (token === null) return nobody(fields);
    const options = {
      algorithms: ASYMMETRIC,
      issuer,
      audience,
      currentDate: clock.now(),
      requiredClaims: ['sub', 'exp'],
    };
    const { payload } = await jwtVerify(token, keys, options).catch((error: unknown) => {
      if (isOurs(error)) throw unavailable('The keys of access tokens cannot be read at the moment.');
      throw unauthenticated('The access token is not valid, or no longer.');
    });
    const roles = Array.isArray(payload.roles) ? payload.roles.filter(isRole) : [];
    return {
      identity: { kind: 'user', id: payload.sub as string, roles },
      expiresAt: new Date((payload.exp as number) * 1000),
      scopes: scopesOf(payload),
    };
  };
}

/** The headers to hand on, as the client sent them. */
function forwardedOf(fields: Fields, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = fields[name];
      return value === undefined ? [] : [[name, typeof value === 'string' ? value : value.join(', ')]];
    }),
  );
}

/** Settles who asks in front of rooms that are not ours: they know neither tenant nor currency. */
export async function standaloneSettler(
  flags: Pick<Flags, 'open' | 'jwks' | 'issuer' | 'audience' | 'forward-headers'>,
  clock: Clock,
): Promise<Settle> {
  const identify = flags.open || flags.jwks === undefined ? nobody : await byKeys(flags.jwks, flags, clock);
  return async (fields, requestId, trace = newTrace()) => {
    const { identity, expiresAt, scopes } = await identify(fields);
    if (identity.kind === 'user') trace.userId = identity.id;
    const forwarded = forwardedOf(fields, flags['forward-headers']);
    const envelope = { requestId, tenant: '', locale: '', currency: '', identity, forwarded };
    return { envelope, expiresAt, scopes, trace };
  };
}
