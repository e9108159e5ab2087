import { startTestAgora, type TestAgora } from '../../test/story/agora';

let agora: TestAgora;
beforeAll(async () => void (agora = await startTestAgora()));
afterAll(() => agora.stop());

const SIGN_UP =
  'mutation ($input: SignUpInput!) { signUp(input: $input) { session { accessToken user { id email } } userErrors { code } } }';

async function signUp(email: string, headers = {}) {
  const input = { email, password: 'correct horse 7', displayName: 'Ada' };
  const { data } = await agora.graphql(SIGN_UP, { input }, { headers });
  return data.signUp.session as { accessToken: string; user: { id: string; email: string } };
}

describe('the whole of Agora', () => {
  it('is ready, and tells which supergraph it serves', async () => {
    expect(await (await fetch(`${agora.url}/health/ready`)).json()).toEqual({
      status: 'ready',
      supergraph: { source: 'local', id: expect.stringMatching(/^[\da-f]{12}$/) },
    });
    expect(await (await fetch(`${agora.url}/health/live`)).json()).toEqual({ status: 'live' });
  });

  it('given somebody who signed up, then the token that the users room signed says who asks', async () => {
    const { accessToken, user } = await signUp('ada@example.com');
    const { data, status } = await agora.graphql('{ me { id email } }', {}, { token: accessToken });
    expect([status, data]).toEqual([200, { me: { id: user.id, email: 'ada@example.com' } }]);
  });

  it('given a token that has run out by the house clock, then 401', async () => {
    const { accessToken } = await signUp('grace@example.com');
    agora.clock.advance(11 * 60_000);
    const { status, errors } = await agora.graphql('{ me { id } }', {}, { token: accessToken });
    expect([status, errors?.[0]?.extensions]).toEqual([401, { code: 'UNAUTHENTICATED' }]);
  });

  it('publishes the keys that tokens are signed with', async () => {
    const keys = await (await fetch(`${agora.url}/.well-known/jwks.json`)).json();
    expect(keys).toMatchObject({ keys: [{ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA' }] });
  });

  it('runs operations over WebSocket, too', async () => {
    const { accessToken, user } = await signUp('joan@example.com');
    const stream = agora.live('{ me { id } }', {}, { token: accessToken });
    expect((await stream.next()).value).toEqual({ data: { me: { id: user.id } } });
    await stream.return(undefined);
  });

  it('given text with NUL in it, then INVALID_INPUT from the room', async () => {
    const input = { email: 'a\u0000@example.com', password: 'correct horse 7', displayName: 'x' };
    const { status, errors } = await agora.graphql(SIGN_UP, { input });
    expect([status, errors?.[0]?.extensions?.code]).toEqual([200, 'INVALID_INPUT']);
  });
});
