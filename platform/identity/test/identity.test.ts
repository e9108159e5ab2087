import { callerId, guest, maySee, userIdOf, type Identity } from '../identity';

const user = (id: string, roles: ('BUYER' | 'STAFF')[] = ['BUYER']): Identity => ({ kind: 'user', id, roles });
const service: Identity = { kind: 'service', name: 'orders' };

it.each([
  ['its owner', user('usr_1'), true],
  ['another buyer', user('usr_2'), false],
  ['staff with the permission', user('usr_2', ['STAFF']), true],
  ['another room', service, true],
  ['a guest', guest, false],
])('given an object of a user, %s sees it: %p %p', (_, identity, sees) =>
  expect(maySee(identity, 'usr_1', 'orders:read')).toBe(sees),
);

it('given no user is signed in, there is no caller', () => {
  expect(userIdOf(guest)).toBeNull();
  expect(() => callerId(service)).toThrow('Sign in first');
  expect(callerId(user('usr_1'))).toBe('usr_1');
});
