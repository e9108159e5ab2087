import type { JWTPayload } from 'jose';
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

/** Verifies the tokens that the users room signs: EdDSA alone, whatever a token's own header says. */
export function tokenVerifier(keys: KeySets, clock: Clock): Verifier {
  return {
    async verify(token, tenant) {
      const { decodeProtectedHeader, jwtVerify } = await import('jose');
      try {
        const { kid } = decodeProtectedHeader(token);
        const key = typeof kid === 'string' && (await keys.find(tenant, kid));
        if (!key) throw unauthenticated('The access token was signed with a key that is not ours.');
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['EdDSA'],
          issuer: 'agora',
          audience: 'agora',
          typ: 'at+jwt',
          requiredClaims: ['sub', 'exp'],
          currentDate: clock.now(),
        });
        if (payload.tenant !== tenant.id) throw unauthenticated('The access token belongs to another tenant.');
        const roles = Array.isArray(payload.roles) ? payload.roles.filter(isRole) : [];
        const sessionId = typeof payload.sid === 'string' ? { sessionId: payload.sid } : {};
        const identity = { kind: 'user', id: payload.sub as string, roles, ...sessionId } as const;
        return { identity, expiresAt: new Date((payload.exp as number) * 1000), scopes: scopesOf(payload) };
      } catch (error) {
        if (error instanceof AgoraError) throw error;
        const expired = (error as { code?: unknown }).code === EXPIRED;
        throw unauthenticated(
          expired ? 'The access token has expired. Refresh the session.' : 'The access token is not valid.',
        );
      }
    },
  };
}
