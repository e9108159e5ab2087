import { calculateJwkThumbprint, type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { DAY } from '../../../platform/kernel/clock';
import type { Context } from '../context';
import type { SigningKeyRow } from '../data/signingKeys.repository';
import type { UserRow } from '../data/users.repository';

const SIGNS_FOR = 30 * DAY;
// A retired key verifies for one more day; access tokens live ten minutes.
const KEPT_FOR = SIGNS_FOR + DAY;

type Keys = Pick<Context, 'repositories' | 'now'>;

async function createKey({ repositories, now }: Keys): Promise<void> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const privateJwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(privateJwk);
  await repositories.signingKeys.insert({ kid, privateJwk, createdAt: now() });
}

/** The tenant's keys, newest first; its first key is made when it is first asked for. */
async function keysOf(context: Keys): Promise<SigningKeyRow[]> {
  const keys = await context.repositories.signingKeys.all();
  if (keys.length > 0) return keys;
  await createKey(context);
  return context.repositories.signingKeys.all();
}

/** Makes a new key when the newest has signed long enough, and forgets those that nothing is signed with any more. */
export async function rotateKeys(context: Keys): Promise<void> {
  const [newest] = await context.repositories.signingKeys.all();
  const now = context.now().getTime();
  if (newest && now - newest.createdAt.getTime() > SIGNS_FOR) await createKey(context);
  await context.repositories.signingKeys.removeOlderThan(new Date(now - KEPT_FOR));
}

/** A JSON Web Key Set (RFC 7517) of the public halves. */
export async function publicKeySet(context: Keys): Promise<{ keys: JWK[] }> {
  const keys = await keysOf(context);
  return { keys: keys.map(({ kid, privateJwk: { kty, crv, x } }) => ({ kty, crv, x, kid, alg: 'EdDSA', use: 'sig' })) };
}

const imported = new Map<string, Promise<CryptoKey | Uint8Array>>();

function importKey({ kid, privateJwk }: SigningKeyRow): Promise<CryptoKey | Uint8Array> {
  const known = imported.get(kid) ?? importJWK(privateJwk, 'EdDSA');
  imported.set(kid, known);
  return known;
}

/** An access token: a JWT as of RFC 9068, signed with Ed25519. */
export async function signAccessToken(
  context: Context,
  { user, sessionId, expiresAt }: { user: UserRow; sessionId: string; expiresAt: Date },
): Promise<string> {
  const [key] = await keysOf(context);
  if (!key) throw new Error('No signing key could be made.');
  return new SignJWT({ tenant: context.tenant.id, roles: user.roles, sid: sessionId })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: key.kid })
    .setIssuer('agora')
    .setAudience('agora')
    .setSubject(user.id)
    .setIssuedAt(Math.floor(context.now().getTime() / 1000))
    .setExpirationTime(Math.floor(expiresAt.getTime() / 1000))
    .sign(await importKey(key));
}
