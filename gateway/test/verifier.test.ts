import { generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { demoTenant } from '../../platform/identity/tenants';
import { manualClock } from '../../platform/kernel/clock';
import type { KeySets } from '../identity/keys';
import { tokenVerifier, type Verifier } from '../identity/verifier';

const start = new Date('2026-01-01T00:00:00Z');
let clock: ReturnType<typeof manualClock>;
const other = { ...demoTenant, id: 'other' };
const unauthenticated = { extensions: { code: 'UNAUTHENTICATED' } };

let publicKeys: Map<string, CryptoKey>;
let token: string;
let verifier: Verifier;
let checks: jest.SpyInstance;

beforeEach(async () => {
  clock = manualClock(start);
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  publicKeys = new Map([['key-1', publicKey]]);
  const keys: KeySets = { find: async (_tenant, kid) => publicKeys.get(kid) ?? null, read: async () => ({ keys: [] }) };
  verifier = tokenVerifier(keys, clock);
  const claims = { sub: 'usr_1', tenant: 'demo', roles: ['BUYER'], iss: 'agora', aud: 'agora' };
  token = await new SignJWT({ ...claims, exp: start.getTime() / 1000 + 60 })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'key-1' })
    .sign(privateKey);
  checks = jest.spyOn(crypto.subtle, 'verify');
  await verifier.verify(token, demoTenant);
});
afterEach(() => checks.mockRestore());

describe('a token that was verified before', () => {
  it('is the same user, and its signature is not checked again', async () => {
    expect((await verifier.verify(token, demoTenant)).identity).toMatchObject({ kind: 'user', id: 'usr_1' });
    expect(checks).toHaveBeenCalledTimes(1);
  });

  it('given that it has expired, then it is refused', async () => {
    clock.advance(60_000);
    await expect(verifier.verify(token, demoTenant)).rejects.toMatchObject(unauthenticated);
  });

  it('given that its key is withdrawn, then it is refused', async () => {
    publicKeys.clear();
    await expect(verifier.verify(token, demoTenant)).rejects.toMatchObject(unauthenticated);
  });

  it('given another key of that name, then its signature is checked again', async () => {
    const { publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
    publicKeys.set('key-1', publicKey);
    await expect(verifier.verify(token, demoTenant)).rejects.toMatchObject(unauthenticated);
  });

  it('given another tenant, then it is refused', async () => {
    await expect(verifier.verify(token, other)).rejects.toMatchObject(unauthenticated);
  });

  it('with another signature is refused', async () => {
    const forged = `${token.slice(0, -8)}AAAAAAAA`;
    await expect(verifier.verify(forged, demoTenant)).rejects.toMatchObject(unauthenticated);
  });
});
