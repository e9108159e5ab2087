import { createLocalJWKSet, jwtVerify } from 'jose';
import { DAY, MINUTE } from '../../../platform/kernel/clock';
import { admin, buyer, service, staff, startTestHouse, type TestHouse } from '../../../test/story/house';
import { users } from '../subgraph';

const SESSION =
  'session { accessToken refreshToken expiresAt user { id email displayName roles } } userErrors { code field message }';
const signUpOperation = `mutation ($input: SignUpInput!) { signUp(input: $input) { ${SESSION} } }`;
const signInOperation = `mutation ($input: SignInInput!) { signIn(input: $input) { ${SESSION} } }`;
const refreshOperation = `mutation ($token: String!) { refreshSession(input: { refreshToken: $token }) { ${SESSION} } }`;

let house: TestHouse;
beforeAll(async () => void (house = await startTestHouse([users])));
afterAll(() => house.stop());

let people = 0;
const somebody = () => ({
  email: `somebody-${++people}@example.com`,
  password: 'correct horse',
  displayName: 'Somebody',
});
const signUp = async (input = somebody(), as = {}) =>
  (await house.execute('users', signUpOperation, { input }, as)).data.signUp;
const signIn = async (input: object, as = {}) =>
  (await house.execute('users', signInOperation, { input }, as)).data.signIn;
const refresh = async (token: string) =>
  (await house.execute('users', refreshOperation, { token })).data.refreshSession;

describe('signing up', () => {
  it('given a new address, opens an account and a session of ten minutes', async () => {
    const { session, userErrors } = await signUp({
      email: 'Ada@Example.com',
      password: 'correct horse',
      displayName: ' Ada ',
    });
    expect(userErrors).toEqual([]);
    expect(session.user).toMatchObject({ displayName: 'Ada', email: 'ada@example.com', roles: ['BUYER'] });
    expect(new Date(session.expiresAt).getTime()).toBe(house.clock.now().getTime() + 10 * MINUTE);
  });

  it('given a taken address in other letters, refuses with EMAIL_TAKEN', async () => {
    const person = somebody();
    await signUp(person);
    const answer = await signUp({ ...person, email: person.email.toUpperCase() });
    expect(answer).toMatchObject({ session: null, userErrors: [{ code: 'EMAIL_TAKEN', field: ['email'] }] });
  });

  it('given five sign-ups at once with one address, opens one account', async () => {
    const person = somebody();
    const answers = await Promise.all(Array.from({ length: 5 }, () => signUp(person)));
    expect(answers.filter((answer) => answer.session)).toHaveLength(1);
  });

  it('given the same address in another shop, opens an account there too', async () => {
    const person = somebody();
    await signUp(person);
    expect((await signUp(person, { tenant: 'other' })).userErrors).toEqual([]);
  });

  it.each([
    [{ email: 'nonsense' }, 'email'],
    [{ password: 'short' }, 'password'],
    [{ displayName: '  ' }, 'displayName'],
  ])('given %p, says which field is wrong', async (wrong, field) => {
    expect(await signUp({ ...somebody(), ...wrong })).toMatchObject({
      session: null,
      userErrors: [{ code: 'INVALID_INPUT', field: [field] }],
    });
  });

  it('given a name with a NUL byte, answers a typed error', async () => {
    const { errors } = await house.execute('users', signUpOperation, { input: { ...somebody(), displayName: 'a\0b' } });
    expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });
});

describe('signing in', () => {
  it('given the right password, opens a session', async () => {
    const person = somebody();
    await signUp(person);
    expect((await signIn({ email: person.email, password: person.password })).session.user.displayName).toBe(
      'Somebody',
    );
  });

  it('answers the same for a wrong password and for an unknown address', async () => {
    const person = somebody();
    await signUp(person);
    const wrong = await signIn({ email: person.email, password: 'wrong horse' });
    const unknown = await signIn({ email: 'nobody@example.com', password: 'wrong horse' });
    expect(wrong).toEqual(unknown);
    expect(wrong).toMatchObject({ session: null, userErrors: [{ code: 'INVALID_CREDENTIALS' }] });
  });

  it('given an account of another shop, refuses', async () => {
    const person = somebody();
    await signUp(person);
    expect((await signIn({ email: person.email, password: person.password }, { tenant: 'other' })).session).toBeNull();
  });
});

describe('an access token', () => {
  it('verifies against the public key set and names user, tenant and roles', async () => {
    const { session } = await signUp();
    const keySet = JSON.parse((await house.execute('users', '{ keySet }', {}, service('gateway'))).data.keySet);
    expect(keySet.keys[0]).not.toHaveProperty('d');
    const options = {
      algorithms: ['EdDSA'],
      issuer: 'agora',
      audience: 'agora',
      typ: 'at+jwt',
      currentDate: house.clock.now(),
    };
    const { payload } = await jwtVerify(session.accessToken, createLocalJWKSet(keySet), options);
    expect(payload).toMatchObject({ tenant: 'demo', roles: ['BUYER'] });
  });

  it('is verified with a key that only another room may ask for', async () => {
    expect((await house.execute('users', '{ keySet }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('given thirty days, is signed with a new key while the old one still verifies', async () => {
    const keys = async () =>
      JSON.parse(
        (await house.execute('users', '{ keySet }', {}, { ...service('gateway'), tenant: 'other' })).data.keySet,
      ).keys;
    const [first] = await keys();
    house.clock.advance(30 * DAY + MINUTE);
    await house.runJob('users.rotate-signing-keys');
    expect((await keys()).map((key: { kid: string }) => key.kid)).toEqual([
      expect.not.stringMatching(first.kid),
      first.kid,
    ]);
    house.clock.advance(DAY);
    await house.runJob('users.rotate-signing-keys');
    expect(await keys()).toHaveLength(1);
  });
});

describe('refreshing a session', () => {
  it('exchanges the token for a new one', async () => {
    const { session } = await signUp();
    const next = await refresh(session.refreshToken);
    expect(next.session.refreshToken).not.toBe(session.refreshToken);
    expect((await refresh(next.session.refreshToken)).userErrors).toEqual([]);
  });

  it('given a replayed token, ends the whole family', async () => {
    const { session } = await signUp();
    const next = await refresh(session.refreshToken);
    expect((await refresh(session.refreshToken)).userErrors[0].code).toBe('INVALID_CREDENTIALS');
    expect((await refresh(next.session.refreshToken)).userErrors[0].code).toBe('INVALID_CREDENTIALS');
  });

  it('given one token five times at once, gives out one session at most', async () => {
    const { session } = await signUp();
    const answers = await Promise.all(Array.from({ length: 5 }, () => refresh(session.refreshToken)));
    expect(answers.filter((answer) => answer.session)).toHaveLength(1);
  });

  it('given a session of over thirty days, asks to sign in again', async () => {
    const { session } = await signUp();
    house.clock.advance(30 * DAY);
    expect((await refresh(session.refreshToken)).session).toBeNull();
  });

  it('given a token that nobody gave out, refuses', async () => {
    expect((await refresh('nonsense')).userErrors[0].code).toBe('INVALID_CREDENTIALS');
  });
});

const identityOf = (session: { accessToken: string; user: { id: string } }) => {
  const claims = JSON.parse(Buffer.from(session.accessToken.split('.')[1] ?? '', 'base64url').toString());
  return {
    identity: { kind: 'user' as const, id: claims.sub as string, roles: claims.roles, sessionId: claims.sid as string },
  };
};

describe('ending sessions', () => {
  it('signOut ends this session', async () => {
    const { session } = await signUp();
    const answer = await house.execute(
      'users',
      'mutation { signOut { endedSessions userErrors { code } } }',
      {},
      identityOf(session),
    );
    expect(answer.data.signOut.endedSessions).toBe(1);
    expect((await refresh(session.refreshToken)).session).toBeNull();
  });

  it('a changed password ends every other session', async () => {
    const person = somebody();
    const here = (await signUp(person)).session;
    const there = (await signIn({ email: person.email, password: person.password })).session;
    const operation =
      'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { user { id } userErrors { code } } }';
    const input = { currentPassword: person.password, newPassword: 'battery staple' };
    expect(
      (await house.execute('users', operation, { input }, identityOf(here))).data.changePassword.userErrors,
    ).toEqual([]);
    expect((await refresh(there.refreshToken)).session).toBeNull();
    expect((await refresh(here.refreshToken)).session).not.toBeNull();
    expect((await signIn({ email: person.email, password: 'battery staple' })).session).not.toBeNull();
  });
});

describe('roles', () => {
  const assign = (userId: string, role: string, as: object) =>
    house.execute(
      'users',
      'mutation ($userId: ID!, $role: Role!) { assignRole(input: { userId: $userId, role: $role }) { user { id roles } userErrors { code } } }',
      { userId, role },
      as,
    );

  it('are assigned by an administrator', async () => {
    const { id } = (await signUp()).session.user;
    expect((await assign(id, 'STAFF', admin())).data.assignRole.user.roles).toEqual(['BUYER', 'STAFF']);
  });

  it('are not assigned by a buyer, nor by staff', async () => {
    const { id } = (await signUp()).session.user;
    expect((await assign(id, 'ADMIN', buyer(id))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await assign(id, 'ADMIN', staff())).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('given two last administrators who revoke each other at once, one stays', async () => {
    const revoke =
      'mutation ($userId: ID!) { revokeRole(input: { userId: $userId, role: ADMIN }) { user { id } userErrors { code } } }';
    const ids = await Promise.all([1, 2].map(async () => (await signUp()).session.user.id as string));
    for (const id of ids) await assign(id, 'ADMIN', admin());
    const answers = await Promise.all(ids.map((userId) => house.execute('users', revoke, { userId }, admin())));
    expect(answers.filter(({ data }) => data.revokeRole.userErrors[0]?.code === 'ILLEGAL_STATE')).toHaveLength(1);
  });
});

describe('an address book', () => {
  const operation =
    'mutation ($input: SaveAddressInput!) { saveAddress(input: $input) { address { id recipient countryCode } userErrors { code field } } }';
  const home = {
    recipient: 'Ada',
    line1: '1 Market Street',
    city: 'San Francisco',
    postalCode: '94103',
    countryCode: 'us',
  };
  const save = async (input: object, as: object) =>
    (await house.execute('users', operation, { input }, as)).data.saveAddress;

  it('keeps, changes and removes an address of its owner', async () => {
    const me = identityOf((await signUp()).session);
    const { address } = await save(home, me);
    expect(address.countryCode).toBe('US');
    expect((await save({ ...home, id: address.id, recipient: 'Grace' }, me)).address).toEqual({
      ...address,
      recipient: 'Grace',
    });
    const book = await house.execute('users', '{ me { addresses { recipient } } }', {}, me);
    expect(book.data.me.addresses).toEqual([{ recipient: 'Grace' }]);
    const removal = await house.execute(
      'users',
      'mutation ($id: ID!) { removeAddress(input: { id: $id }) { removedAddressId } }',
      { id: address.id },
      me,
    );
    expect(removal.data.removeAddress.removedAddressId).toBe(address.id);
  });

  it("does not find somebody else's address", async () => {
    const { address } = await save(home, identityOf((await signUp()).session));
    const stranger = identityOf((await signUp()).session);
    expect((await save({ ...home, id: address.id }, stranger)).userErrors).toEqual([
      { code: 'NOT_FOUND', field: ['id'] },
    ]);
  });

  it('names every field that is wrong', async () => {
    const { userErrors } = await save({ ...home, city: ' ', countryCode: 'XX' }, identityOf((await signUp()).session));
    expect(userErrors.map((error: { field: string[] }) => error.field)).toEqual([['city'], ['countryCode']]);
  });
});

describe('who sees whom', () => {
  it('an e-mail address is seen by its owner and by staff alone', async () => {
    const { id } = (await signUp()).session.user;
    const email = (as: object) =>
      house.execute(
        'users',
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { email displayName } } }',
        { r: [{ __typename: 'User', id }] },
        as,
      );
    expect((await email(buyer())).data._entities).toEqual([{ email: null, displayName: 'Somebody' }]);
    expect((await email(buyer(id))).data._entities[0].email).toMatch('@example.com');
    expect((await email(staff())).data._entities[0].email).toMatch('@example.com');
    expect((await email({ ...staff(), tenant: 'other' })).data._entities).toEqual([null]);
  });

  it('the list of users pages without gap or double, in at most two statements', async () => {
    const operation =
      'query ($after: String) { users(first: 7, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }';
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const before = house.statements().length;
      const answer = await house.execute('users', operation, { after }, staff());
      const sent = house.statements().slice(before);
      expect(sent.filter((text) => text !== 'set tenant').length).toBeLessThanOrEqual(2);
      const { nodes, pageInfo, totalCount } = answer.data.users;
      seen.push(...nodes.map((node: { id: string }) => node.id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      if (after === null) expect([seen.length, new Set(seen).size]).toEqual([totalCount, totalCount]);
    } while (after !== null);
  });

  it.each([0, -1, 101, 2147483647])('first: %p is refused', async (first) => {
    const { errors } = await house.execute(
      'users',
      'query ($first: Int!) { users(first: $first) { totalCount } }',
      { first },
      staff(),
    );
    expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });
});
