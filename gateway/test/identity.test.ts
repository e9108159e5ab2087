import { createSecretKey } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import { startTestEdge, type TestEdge } from './edge';

let edge: TestEdge;
beforeAll(async () => void (edge = await startTestEdge()));
afterAll(() => edge.stop());

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const seconds = (offset: number) => Math.floor(Date.now() / 1000) + offset;

async function askedAs(headers: Record<string, string>) {
  const { body } = await edge.query('{ whoAsks }', headers);
  return JSON.parse(body.data?.whoAsks as string);
}

describe('who is asking', () => {
  it('given no token, then a guest', async () => expect((await askedAs({})).identity).toEqual({ kind: 'guest' }));

  it('given a good token, then its user, with the roles that there are', async () => {
    const { identity } = await askedAs(bearer(await edge.token({ sub: 'usr_7', roles: ['STAFF', 'KING'] })));
    expect(identity).toEqual({ kind: 'user', id: 'usr_7', roles: ['STAFF'], sessionId: 'ses_1' });
  });

  it.each([
    ['expired', () => edge.token({ exp: seconds(-1) })],
    ['forged', () => edge.forged()],
    ['of another tenant', () => edge.token({ tenant: 'other' })],
    ['of another issuer', () => edge.token({ iss: 'elsewhere' })],
    ['for another audience', () => edge.token({ aud: 'elsewhere' })],
    ['of another type', () => edge.token({}, { typ: 'JWT' })],
    ['of an unknown key', () => edge.token({}, { kid: 'nobody' })],
    ['without a key id', () => edge.token({}, { kid: undefined })],
    [
      'with alg none',
      async () => new UnsecuredJWT({ sub: 'usr_1', tenant: 'demo' }).setIssuer('agora').setAudience('agora').encode(),
    ],
    ['signed with the public key as a secret', () => signedWithPublicKey()],
    ['that is no token', async () => 'nonsense'],
  ])('given a token %s, then 401 and UNAUTHENTICATED', async (_what, token) => {
    const { status, body } = await edge.query('{ whoAsks }', bearer(await token()));
    expect(status).toBe(401);
    expect(body.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'UNAUTHENTICATED' }]);
    expect(body).not.toHaveProperty('data');
  });

  it('given another scheme than Bearer, then UNAUTHENTICATED', async () => {
    expect((await edge.query('{ whoAsks }', { authorization: 'Basic YTpi' })).status).toBe(401);
  });

  function signedWithPublicKey() {
    const secret = createSecretKey(Buffer.from(JSON.stringify(edge.jwks.keys[0])));
    return new SignJWT({ sub: 'usr_1', tenant: 'demo', iss: 'agora', aud: 'agora', exp: seconds(60) })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'key-1' })
      .sign(secret);
  }
});

describe('keys', () => {
  it('given unknown key ids in a row, then the keys are asked for once', async () => {
    const before = edge.jwks.asked;
    for (const kid of ['a', 'b', 'c']) await edge.query('{ whoAsks }', bearer(await edge.token({}, { kid })));
    expect(edge.jwks.asked - before).toBeLessThanOrEqual(1);
  });

  it('given a key that was made since, then it is found once the last asking is a while ago', async () => {
    const sign = await edge.newKey();
    const later = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
    const { identity } = await askedAs(bearer(await sign()));
    later.mockRestore();
    expect(identity.id).toBe('usr_1');
  });

  it('tells them at /.well-known/jwks.json', async () => {
    const keys = await (await fetch(`${edge.url}/.well-known/jwks.json`)).json();
    expect(keys).toMatchObject({ keys: [{ kid: 'key-1', kty: 'OKP', crv: 'Ed25519' }, { kid: 'key-2' }] });
    expect(JSON.stringify(keys)).not.toContain('"d"');
  });
});

describe('where and how', () => {
  it('given nothing, then the first tenant and what is its own first', async () => {
    expect(await askedAs({})).toMatchObject({ tenant: 'demo', currency: 'USD', locale: 'en-US' });
  });

  it('given the header agora-tenant, then that tenant and its defaults', async () => {
    expect(await askedAs({ 'agora-tenant': 'other' })).toMatchObject({
      tenant: 'other',
      currency: 'EUR',
      locale: 'de-DE',
    });
  });

  it('given a host name of a tenant, then that tenant', async () => {
    // fetch does not let a host header through.
    const { request } = await import('undici');
    const { body } = await request(`${edge.url}/graphql`, {
      method: 'POST',
      headers: { host: 'other.example:4000', 'content-type': 'application/json' },
      body: '{"query":"{ whoAsks }"}',
    });
    expect(await body.text()).toContain('\\"tenant\\":\\"other\\"');
  });

  it.each([
    ['agora-currency', 'EUR', { currency: 'EUR' }],
    ['accept-language', 'de', { locale: 'de-DE' }],
    ['accept-language', 'fr, de-AT;q=0.8, en;q=0.5', { locale: 'de-DE' }],
    ['accept-language', 'en;q=0.1, de;q=0', { locale: 'en-US' }],
    ['accept-language', ',;q=x', { locale: 'en-US' }],
  ])('given %s: %s, then %j', async (header, value, expected) => {
    expect(await askedAs({ [header]: value })).toMatchObject(expected);
  });

  it.each([
    ['agora-currency', 'GBP'],
    ['agora-currency', 'usd'],
    ['agora-tenant', 'nobody'],
  ])('given %s: %s, then 400 and INVALID_INPUT', async (header, value) => {
    const { status, body } = await edge.query('{ whoAsks }', { [header]: value });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', argument: [header] });
  });
});
