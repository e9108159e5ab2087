import type { CryptoKey, JWTPayload } from 'jose';
import { ROLES, type Identity, type Role } from '../../platform/identity/identity';
import type { Tenant } from '../../platform/identity/tenants';
import type { Clock } from '../../platform/kernel/clock';
import { AgoraError, unauthenticated } from '../../platform/kernel/errors';
import type { KeySets } from './keys';

/** Tells who an access token stands for. */
export type Verifier = {
  /** @throws UNAUTHENTICATED when the token is not valid for the tenant, or no longer */
  verify(token: string, tenant: Tenant): Promise<{ identity: Identity; expiresAt: Date; scopes: ReadonlySet<string> }>;
};

const isRole = (value: unknown): value is Role => (ROLES as readonly unknown[]).includes(value);

/** `scope` as RFC 8693 has it, words with spaces between, or `scp`, as others write it, also as a list. */
export function scopesOf({ scope, scp }: JWTPayload): ReadonlySet<string> {
  const given = [scope, scp].flatMap((claim) => (typeof claim === 'string' ? claim.split(' ') : claim));
  return new Set(given.filter((each): each is string => typeof each === 'string' && each !== ''));
}

const EXPIRED = 'ERR_JWT_EXPIRED';

type Verified = Awaited<ReturnType<Verifier['verify']>>;
/** What was found of a token, and the key that showed it. */
type Kept = { readonly verified: Verified; readonly kid: string; readonly key: CryptoKey };

const MOST_KEPT = 10_000;

/** Keeps what was found of tokens; the longest unused makes room. */
function tokenCache() {
  const known = new Map<string, Kept>();
  return {
    find(name: string): Kept | undefined {
      const found = known.get(name);
      if (!found) return undefined;
      known.delete(name);
      known.set(name, found);
      return found;
    },
    keep(name: string, found: Kept): void {
      known.set(name, found);
      if (known.size > MOST_KEPT) known.delete(known.keys().next().value as string);
    },
    drop: (name: string) => known.delete(name),
  };
}

const REFUSED = 'The access token is not valid.';

/** @throws what is wrong with the token: an AgoraError, or an error of jose */
async function examine(token: string, tenant: Tenant, keys: KeySets, now: Date): Promise<Kept> {
  const { decodeProtectedHeader, jwtVerify } = await import('jose');
  const { kid } = decodeProtectedHeader(token);
  const key = kid === undefined ? null : await keys.find(tenant, kid);
  if (kid === undefined || !key) throw unauthenticated('The access token was signed with a key that is not ours.');
  const { payload } = await jwtVerify(token, key, {
    algorithms: ['EdDSA'],
    issuer: 'agora',
    audience: 'agora',
    typ: 'at+jwt',
    requiredClaims: ['sub', 'exp'],
    currentDate: now,
  });
  if (payload.tenant !== tenant.id) throw unauthenticated('The access token belongs to another tenant.');
  const roles = Array.isArray(payload.roles) ? payload.roles.filter(isRole) : [];
  const sessionId = typeof payload.sid === 'string' ? { sessionId: payload.sid } : {};
  const identity = { kind: 'user', id: payload.sub as string, roles, ...sessionId } as const;
  const expiresAt = new Date((payload.exp as number) * 1000);
  return { verified: { identity, expiresAt, scopes: scopesOf(payload) }, kid, key };
}

/**
 * Verifies the tokens that the users room signs: EdDSA alone, whatever a token's own header says. What was verified holds until
 * the token expires, as long as its key is one of the tenant's.
 */
export function tokenVerifier(keys: KeySets, clock: Clock): Verifier {
  const cache = tokenCache();

  async function recall(name: string, tenant: Tenant): Promise<Verified | undefined> {
    const kept = cache.find(name);
    if (!kept) return undefined;
    const holds = kept.verified.expiresAt > clock.now() && (await keys.find(tenant, kept.kid)) === kept.key;
    if (!holds) cache.drop(name);
    return holds ? kept.verified : undefined;
  }

  return {
    async verify(token, tenant) {
      const name = `${tenant.id} ${token}`;
      try {
        const recalled = await recall(name, tenant);
        if (recalled) return recalled;
        const found = await examine(token, tenant, keys, clock.now());
        cache.keep(name, found);
        return found.verified;
      } catch (error) {
        if (error instanceof AgoraError) throw error;
        const expired = (error as { code?: unknown }).code === EXPIRED;
        throw unauthenticated(expired ? 'The access token has expired. Refresh the session.' : REFUSED);
      }
    },
  };
}
