import type { Envelope } from '../../../platform/identity/envelope';
import { startTestHouse } from '../../../test/story/house';
import { users } from '../subgraph';

type Who = Partial<Envelope>;

const SESSION =
  'session { accessToken refreshToken expiresAt user { id email displayName roles } } userErrors { code field message }';
export const SIGN_UP = `mutation ($input: SignUpInput!) { signUp(input: $input) { ${SESSION} } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { ${SESSION} } }`;
const REFRESH = `mutation ($token: String!) { refreshSession(input: { refreshToken: $token }) { ${SESSION} } }`;

/** People and their sessions, as a test speaks of them. */
export async function startStory() {
  const house = await startTestHouse([users]);
  let people = 0;
  const ask = (query: string, variables: Record<string, unknown> = {}, who: Who = {}) =>
    house.execute('users', query, variables, who);
  const somebody = () => ({
    email: `somebody-${++people}@example.com`,
    password: 'correct horse',
    displayName: 'Somebody',
  });
  return {
    house,
    ask,
    somebody,
    signUp: async (input: object = somebody(), who: Who = {}) => (await ask(SIGN_UP, { input }, who)).data.signUp,
    signIn: async (input: object, who: Who = {}) => (await ask(SIGN_IN, { input }, who)).data.signIn,
    refresh: async (token: string) => (await ask(REFRESH, { token })).data.refreshSession,
    /** Whoever holds a session, as the gateway reads it from its access token. */
    identityOf(session: { accessToken: string }): Who {
      const claims = JSON.parse(Buffer.from(session.accessToken.split('.')[1] ?? '', 'base64url').toString());
      return { identity: { kind: 'user', id: claims.sub, roles: claims.roles, sessionId: claims.sid } };
    },
    stop: () => house.stop(),
  };
}

export type Story = Awaited<ReturnType<typeof startStory>>;
