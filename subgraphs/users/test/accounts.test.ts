import { MINUTE } from '../../../platform/kernel/clock';
import { admin, buyer, staff, statementsOf } from '../../../test/story/house';
import { SIGN_UP, startStory, type Story } from './story';

let story: Story;
beforeAll(async () => void (story = await startStory()));
afterAll(() => story.stop());

describe('signing up', () => {
  it('given a new address, opens an account and a session of ten minutes', async () => {
    const { session, userErrors } = await story.signUp({
      email: 'Ada@Example.com',
      password: 'correct horse',
      displayName: ' Ada ',
    });
    expect(userErrors).toEqual([]);
    expect(session.user).toMatchObject({ displayName: 'Ada', email: 'ada@example.com', roles: ['BUYER'] });
    expect(new Date(session.expiresAt).getTime()).toBe(story.house.clock.now().getTime() + 10 * MINUTE);
  });

  it('given a taken address in other letters, refuses with EMAIL_TAKEN', async () => {
    const person = story.somebody();
    await story.signUp(person);
    const answer = await story.signUp({ ...person, email: person.email.toUpperCase() });
    expect(answer).toMatchObject({ session: null, userErrors: [{ code: 'EMAIL_TAKEN', field: ['email'] }] });
  });

  it('given five sign-ups at once with one address, opens one account', async () => {
    const person = story.somebody();
    const answers = await Promise.all(Array.from({ length: 5 }, () => story.signUp(person)));
    expect(answers.filter((answer) => answer.session)).toHaveLength(1);
  });

  it('given the same address in another shop, opens an account there too', async () => {
    const person = story.somebody();
    await story.signUp(person);
    expect((await story.signUp(person, { tenant: 'other' })).userErrors).toEqual([]);
  });

  it.each([
    [{ email: 'nonsense' }, 'email'],
    [{ password: 'short' }, 'password'],
    [{ displayName: '  ' }, 'displayName'],
  ])('given %p, says which field is wrong', async (wrong, field) => {
    expect(await story.signUp({ ...story.somebody(), ...wrong })).toMatchObject({
      session: null,
      userErrors: [{ code: 'INVALID_INPUT', field: [field] }],
    });
  });

  it('given a name with a NUL byte, answers a typed error', async () => {
    const { errors } = await story.ask(SIGN_UP, { input: { ...story.somebody(), displayName: 'a\0b' } });
    expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });
});

describe('roles', () => {
  const assign = (userId: string, role: string, as: object) =>
    story.ask(
      'mutation ($userId: ID!, $role: Role!) { assignRole(input: { userId: $userId, role: $role }) { user { id roles } userErrors { code } } }',
      { userId, role },
      as,
    );

  it('are assigned by an administrator', async () => {
    const { id } = (await story.signUp()).session.user;
    expect((await assign(id, 'STAFF', admin())).data.assignRole.user.roles).toEqual(['BUYER', 'STAFF']);
  });

  it('are not assigned by a buyer, nor by staff', async () => {
    const { id } = (await story.signUp()).session.user;
    expect((await assign(id, 'ADMIN', buyer(id))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await assign(id, 'ADMIN', staff())).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('given two last administrators who revoke each other at once, one stays', async () => {
    const revoke =
      'mutation ($userId: ID!) { revokeRole(input: { userId: $userId, role: ADMIN }) { user { id } userErrors { code } } }';
    const ids = await Promise.all([1, 2].map(async () => (await story.signUp()).session.user.id as string));
    for (const id of ids) await assign(id, 'ADMIN', admin());
    const answers = await Promise.all(ids.map((userId) => story.ask(revoke, { userId }, admin())));
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
  const save = async (input: object, as: object) => (await story.ask(operation, { input }, as)).data.saveAddress;

  it('keeps, changes and removes an address of its owner', async () => {
    const me = story.identityOf((await story.signUp()).session);
    const { address } = await save(home, me);
    expect(address.countryCode).toBe('US');
    expect((await save({ ...home, id: address.id, recipient: 'Grace' }, me)).address).toEqual({
      ...address,
      recipient: 'Grace',
    });
    const book = await story.ask('{ me { addresses { recipient } } }', {}, me);
    expect(book.data.me.addresses).toEqual([{ recipient: 'Grace' }]);
    const removal = await story.ask(
      'mutation ($id: ID!) { removeAddress(input: { id: $id }) { removedAddressId } }',
      { id: address.id },
      me,
    );
    expect(removal.data.removeAddress.removedAddressId).toBe(address.id);
  });

  it("does not find somebody else's address", async () => {
    const { address } = await save(home, story.identityOf((await story.signUp()).session));
    const stranger = story.identityOf((await story.signUp()).session);
    expect((await save({ ...home, id: address.id }, stranger)).userErrors).toEqual([
      { code: 'NOT_FOUND', field: ['id'] },
    ]);
  });

  it('names every field that is wrong', async () => {
    const { userErrors } = await save(
      { ...home, city: ' ', countryCode: 'XX' },
      story.identityOf((await story.signUp()).session),
    );
    expect(userErrors.map((error: { field: string[] }) => error.field)).toEqual([['city'], ['countryCode']]);
  });
});

describe('who sees whom', () => {
  it('an e-mail address is seen by its owner and by staff alone', async () => {
    const { id } = (await story.signUp()).session.user;
    const email = (as: object) =>
      story.ask(
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
    // What sign-ups have published is carried on by statements of its own.
    await story.house.settle();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      let page: Awaited<ReturnType<typeof story.ask>>['data'];
      const sent = await statementsOf(story.house, async () => {
        page = (await story.ask(operation, { after }, staff())).data.users;
      });
      expect(sent.length).toBeLessThanOrEqual(2);
      const { nodes, pageInfo, totalCount } = page;
      seen.push(...nodes.map((node: { id: string }) => node.id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      if (after === null) expect([seen.length, new Set(seen).size]).toEqual([totalCount, totalCount]);
    } while (after !== null);
  });

  it.each([0, -1, 101, 2147483647])('first: %p is refused', async (first) => {
    const { errors } = await story.ask(
      'query ($first: Int!) { users(first: $first) { totalCount } }',
      { first },
      staff(),
    );
    expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });
});
