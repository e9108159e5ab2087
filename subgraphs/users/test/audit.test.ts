import { auditOf } from '../../../test/story/audit';
import { admin, buyer } from '../../../test/story/house';
import { startStory, type Story } from './story';

let story: Story;
beforeAll(async () => void (story = await startStory()));
afterAll(() => story.stop());

/** What the chain tells of `work`. */
async function told(work: () => Promise<unknown>) {
  const before = await auditOf(story.house.databaseUrl, 'users');
  await work();
  return (await auditOf(story.house.databaseUrl, 'users')).slice(before.length);
}
const idOf = (session: { user: { id: string } }) => session.user.id;

describe('the audit chain of users', () => {
  it('tells of a sign-in that failed, whose it was if it was anybody’s, and never what was typed', async () => {
    const person = story.somebody();
    const { session } = await story.signUp(person);
    const entries = await told(async () => {
      await story.signIn({ email: person.email, password: 'wrong horse' });
      await story.signIn({ email: 'wrong@example.com', password: 'wrong horse' });
    });
    const failed = { action: 'users.signInFailed', actor: 'guest' };
    expect(entries).toMatchObject([
      { ...failed, details: { userId: idOf(session) } },
      { ...failed, details: { userId: null } },
    ]);
    expect(JSON.stringify(entries)).not.toContain('wrong');
  });

  it('tells nothing of what everybody does with what is their own', async () => {
    const entries = await told(async () => {
      const person = story.somebody();
      const { session } = await story.signUp(person);
      await story.signIn({ email: person.email, password: person.password });
      await story.refresh(session.refreshToken);
    });
    expect(entries).toEqual([]);
  });

  it('tells of a refresh token that was used twice', async () => {
    const { session } = await story.signUp();
    const entries = await told(async () => {
      await story.refresh(session.refreshToken);
      await story.refresh(session.refreshToken);
    });
    expect(entries).toMatchObject([
      { action: 'users.refreshTokenReplayed', details: { sessionId: expect.stringMatching(/^ses_/) } },
    ]);
  });

  it('tells of a password that was changed, and not which', async () => {
    const person = story.somebody();
    const { session } = await story.signUp(person);
    const entries = await told(() =>
      story.ask(
        'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { code } } }',
        { input: { currentPassword: person.password, newPassword: 'another horse' } },
        story.identityOf(session),
      ),
    );
    expect(entries).toMatchObject([{ action: 'users.changePassword', actor: idOf(session) }]);
    expect(JSON.stringify(entries)).not.toContain('horse');
  });

  it('tells who gave a role to whom, and who took it; of what was refused, nothing', async () => {
    const { session } = await story.signUp();
    const chief = admin();
    const input = { userId: idOf(session), role: 'STAFF' };
    const change = (act: 'assignRole' | 'revokeRole', as: object, more: object = {}) =>
      story.ask(
        `mutation ($input: ${act === 'assignRole' ? 'AssignRoleInput' : 'RevokeRoleInput'}!) { ${act}(input: $input) { userErrors { code } } }`,
        { input: { ...input, ...more } },
        as,
      );
    const entries = await told(async () => {
      await change('assignRole', chief);
      await change('assignRole', buyer());
      await change('assignRole', chief, { userId: 'usr_00000000000000000000000000' });
      await change('revokeRole', chief);
    });
    const actor = chief.identity.kind === 'user' && chief.identity.id;
    expect(entries).toMatchObject([
      { action: 'users.assignRole', actor, details: input },
      { action: 'users.revokeRole', actor, details: input },
    ]);
  });
});
