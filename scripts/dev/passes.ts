import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Role } from '../../platform/identity/identity';
import { idOf } from './plausible/ids';
import type { Fixed } from './plausible/resolve';

/** Access tokens of people who are only played, and what the played users room says so that gateways take them. */
export type Passes = { readonly buyer: string; readonly admin: string; readonly fixed: Fixed };

/** Made once for a run, so that a token outlives a reload. */
export async function issuePasses(tenant: string): Promise<Passes> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  const sign = (name: string, roles: readonly Role[]) =>
    new SignJWT({ tenant, roles })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid })
      .setIssuer('agora')
      .setAudience('agora')
      .setSubject(idOf('User', name))
      .setIssuedAt()
      .setExpirationTime('7d')
      .sign(privateKey);
  const buyer = await sign('buyer', ['BUYER']);
  const keySet = JSON.stringify({ keys: [{ ...jwk, kid, alg: 'EdDSA', use: 'sig' }] });
  const admin = await sign('admin', ['BUYER', 'STAFF', 'ADMIN']);
  return { buyer, admin, fixed: { 'Query.keySet': keySet, 'Session.accessToken': buyer } };
}
