import { address, codes, type Shop } from '../../story/shop';
import { openTheme } from './theme';

let shop: Shop;
const { act, close, opened } = openTheme('accounts');
beforeAll(() => void ({ shop } = opened()));
const password = 'correct horse 7';

describe('accounts', () => {
  const input = { email: 'grace@example.com', password, displayName: 'Grace' };

  it('SignUp opens an account, once an e-mail address', async () => {
    const { session, userErrors } = await act(shop.guest, 'SignUp', { input });
    expect(session.user).toMatchObject({ email: input.email, displayName: 'Grace', roles: ['BUYER'] });
    expect(userErrors).toEqual([]);
    expect(codes(await act(shop.guest, 'SignUp', { input }))).toEqual(['EMAIL_TAKEN']);
  });

  it('SignIn says the same of a wrong password and of an unknown address', async () => {
    await shop.buyer('Joan', 'joan@example.com');
    const attempt = (email: string, tried: string) => act(shop.guest, 'SignIn', { input: { email, password: tried } });
    expect((await attempt('joan@example.com', password)).session.user.displayName).toBe('Joan');
    const wrong = await attempt('joan@example.com', 'wrong horse 7');
    expect(codes(wrong)).toEqual(['INVALID_CREDENTIALS']);
    expect(await attempt('nobody@example.com', password)).toEqual(wrong);
  });

  it('RefreshSession rotates the token; a replayed one ends its whole family', async () => {
    const { email } = await shop.buyer();
    const first = (await shop.guest.act('SignIn', { input: { email, password } })).session.refreshToken;
    const refresh = (refreshToken: string) => act(shop.guest, 'RefreshSession', { refreshToken });
    const second = (await refresh(first)).session.refreshToken;
    expect(second).not.toBe(first);
    expect(codes(await refresh(first))).toEqual(['INVALID_CREDENTIALS']);
    expect(codes(await refresh(second))).toEqual(['INVALID_CREDENTIALS']);
  });

  it('SaveAddress and AssignRole change what Me tells', async () => {
    const ada = await shop.buyer();
    const { address: saved } = await act(ada, 'SaveAddress', { input: address });
    expect((await ada.ask('Me')).me.addresses).toMatchObject([{ id: saved.id, city: 'San Francisco' }]);
    const { user } = await act(shop.chief, 'AssignRole', { userId: ada.id, role: 'STAFF' });
    expect(user).toEqual({ id: ada.id, roles: ['BUYER', 'STAFF'] });
    await ada.signIn();
    expect((await ada.ask('Me')).me.roles).toEqual(['BUYER', 'STAFF']);
  });
});

close();
