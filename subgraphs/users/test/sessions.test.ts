import { createLocalJWKSet, jwtVerify } from 'jose';
import { DAY, MINUTE } from '../../../platform/kernel/clock';
import { service } from '../../../test/story/house';
import { startStory, type Story } from './story';

let story: Story;
beforeAll(async () => void (story = await startStory()));
afterAll(() => story.stop());

describe('signing in', () => {
  it('given the right password, opens a session', async () => {
    const person = story.somebody();
    await story.signUp(person);
    expect((await story.signIn({ email: person.email, password: person.password })).session.user.displayName).toBe(
      'Somebody',
    );
  });

  it('answers the same for a wrong password and for an unknown address', async () => {
    const person = story.somebody();
    await story.signUp(person);
    const wrong = await story.signIn({ email: person.email, password: 'wrong horse' });
    const unknown = await story.signIn({ email: 'nobody@example.com', password: 'wrong horse' });
    expect(wrong).toEqual(unknown);
    expect(wrong).toMatchObject({ session: null, userErrors: [{ code: 'INVALID_CREDENTIALS' }] });
  });

  it('given an account of another shop, refuses', async () => {
    const person = story.somebody();
    await story.signUp(person);
    expect(
      (await story.signIn({ email: person.email, password: person.password }, { tenant: 'other' })).session,
    ).toBeNull();
  });
});

describe('an access token', () => {
  it('verifies against the public key set and names user, tenant and roles', async () => {
    const { session } = await story.signUp();
    const keySet = JSON.parse((await story.ask('{ keySet }', {}, service('gateway'))).data.keySet);
    expect(keySet.keys[0]).not.toHaveProperty('d');
    const options = {
      algorithms: ['EdDSA'],
      issuer: 'agora',
      audience: 'agora',
      typ: 'at+jwt',
      currentDate: story.house.clock.now(),
    };
    const { payload } = await jwtVerify(session.accessToken, createLocalJWKSet(keySet), options);
    expect(payload).toMatchObject({ tenant: 'demo', roles: ['BUYER'] });
  });

  it('is verified with a key that only another room may ask for', async () => {
    expect((await story.ask('{ keySet }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('given thirty days, is signed with a new key while the old one still verifies', async () => {
    const keys = async () =>
      JSON.parse((await story.ask('{ keySet }', {}, { ...service('gateway'), tenant: 'other' })).data.keySet).keys;
    const [first] = await keys();
    story.house.clock.advance(30 * DAY + MINUTE);
    await story.house.runJob('users.rotate-signing-keys');
    expect((await keys()).map((key: { kid: string }) => key.kid)).toEqual([
      expect.not.stringMatching(first.kid),
      first.kid,
    ]);
    story.house.clock.advance(DAY);
    await story.house.runJob('users.rotate-signing-keys');
    expect(await keys()).toHaveLength(1);
  });
});

describe('refreshing a session', () => {
  it('exchanges the token for a new one', async () => {
    const { session } = await story.signUp();
    const next = await story.refresh(session.refreshToken);
    expect(next.session.refreshToken).not.toBe(session.refreshToken);
    expect((await story.refresh(next.session.refreshToken)).userErrors).toEqual([]);
  });

  it('given a replayed token, ends the whole family', async () => {
    const { session } = await story.signUp();
    const next = await story.refresh(session.refreshToken);
    expect((await story.refresh(session.refreshToken)).userErrors[0].code).toBe('INVALID_CREDENTIALS');
    expect((await story.refresh(next.session.refreshToken)).userErrors[0].code).toBe('INVALID_CREDENTIALS');
  });

  it('given one token five times at once, gives out one session at most', async () => {
    const { session } = await story.signUp();
    const answers = await Promise.all(Array.from({ length: 5 }, () => story.refresh(session.refreshToken)));
    expect(answers.filter((answer) => answer.session)).toHaveLength(1);
  });

  it('given a session of over thirty days, asks to sign in again', async () => {
    const { session } = await story.signUp();
    story.house.clock.advance(30 * DAY);
    expect((await story.refresh(session.refreshToken)).session).toBeNull();
  });

  it('given a token that nobody gave out, refuses', async () => {
    expect((await story.refresh('nonsense')).userErrors[0].code).toBe('INVALID_CREDENTIALS');
  });
});

describe('ending sessions', () => {
  it('signOut ends this session', async () => {
    const { session } = await story.signUp();
    const answer = await story.ask(
      'mutation { signOut { endedSessions userErrors { code } } }',
      {},
      story.identityOf(session),
    );
    expect(answer.data.signOut.endedSessions).toBe(1);
    expect((await story.refresh(session.refreshToken)).session).toBeNull();
  });

  it('a changed password ends every other session', async () => {
    const person = story.somebody();
    const here = (await story.signUp(person)).session;
    const there = (await story.signIn({ email: person.email, password: person.password })).session;
    const operation =
      'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { user { id } userErrors { code } } }';
    const input = { currentPassword: person.password, newPassword: 'battery staple' };
    expect((await story.ask(operation, { input }, story.identityOf(here))).data.changePassword.userErrors).toEqual([]);
    expect((await story.refresh(there.refreshToken)).session).toBeNull();
    expect((await story.refresh(here.refreshToken)).session).not.toBeNull();
    expect((await story.signIn({ email: person.email, password: 'battery staple' })).session).not.toBeNull();
  });
});
