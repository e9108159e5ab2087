import { versionIdOf } from '../../store/versions';

const [users, orders] = [
  { name: 'users', url: 'http://users', sdl: 'type Query { me: ID }' },
  { name: 'orders', url: 'http://orders', sdl: 'type Query { order: ID }' },
];

test('the same subgraphs are the same version, in whatever order they come', () => {
  expect(versionIdOf([users, orders])).toBe(versionIdOf([orders, users]));
});

test.each([
  ['a name', { ...users, name: 'people' }],
  ['an address', { ...users, url: 'http://elsewhere' }],
  ['a schema', { ...users, sdl: 'type Query { you: ID }' }],
])('given another version of %s, then it is another version', (_, changed) => {
  expect(versionIdOf([changed, orders])).not.toBe(versionIdOf([users, orders]));
});
