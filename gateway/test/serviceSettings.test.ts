import { subgraphs } from '../../subgraphs';
import { isDistributed, readServiceSettings } from '../serviceSettings';
import { readSettings } from '../settings';

const rooms = subgraphs.map(({ name }) => name);
const URLS = Object.fromEntries(rooms.map((room) => [`${room.toUpperCase()}_URL`, `http://${room}:4000`]));
const WHOLE = {
  ...URLS,
  DATABASE_URL: 'postgres://agora@db:5432/agora',
  REDIS_URL: 'redis://redis:6379',
  SERVICE_KEYS: `a:${'x'.repeat(32)}`,
};
const read = (env: object, ...args: string[]) => readServiceSettings(args, env as Record<string, string>, subgraphs);

describe('what a room is started with as a service', () => {
  it('given all that is needed, then it knows its room, and where the others are', () => {
    const { definition, settings } = read({ ...WHOLE, ORDERS_URL: 'http://a:1, http://b:2' }, 'users');
    expect(definition.name).toBe('users');
    expect(settings.roomUrls).toMatchObject({ orders: ['http://a:1', 'http://b:2'], catalog: ['http://catalog:4000'] });
  });

  it('given no room, or none that there is, then it names them', () => {
    for (const args of [[], ['kitchen'], ['orders', 'users']])
      expect(() => read(WHOLE, ...args)).toThrow('Name one room to serve: npm run serve -- users | catalog');
  });

  it('given nothing else, then there is a sentence for each that is missing', () => {
    expect(() => read({}, 'orders')).toThrow(
      [
        'The room orders cannot start:',
        '  - DATABASE_URL is needed (or ORDERS_DATABASE_URL and WORKFLOWS_DATABASE_URL).',
        '  - REDIS_URL is needed: events and live updates go through it.',
        '  - USERS_URL is needed: where the room users is, such as http://users:4000.',
      ].join('\n'),
    );
    expect(() => read({}, 'orders')).toThrow('SERVICE_KEYS is needed');
  });

  it('given its own address only among the missing, then it needs none', () => {
    const { USERS_URL: _own, ...others } = URLS;
    expect(read({ ...WHOLE, ...others, USERS_URL: '' }, 'users').definition.name).toBe('users');
  });
});

describe('the gateway', () => {
  it('given no address of a room, then it is all of Agora', () => {
    expect(isDistributed(readSettings({}))).toBe(false);
  });
  it('given all of them, then it is the gateway in front', () => {
    expect(isDistributed(readSettings(WHOLE))).toBe(true);
  });
  it('given some of them, then it names the others', () => {
    const some = { ORDERS_URL: URLS.ORDERS_URL, SERVICE_KEYS: WHOLE.SERVICE_KEYS };
    expect(() => isDistributed(readSettings(some as never))).toThrow('USERS_URL is needed');
  });
});

it.each([
  ['SERVICE_KEYS', 'secret', 'must look like id:secret'],
  ['SERVICE_KEYS', 'a:short', 'must have secrets of at least 32 characters'],
  ['SERVICE_KEYS', ['a', 'b', 'c'].map((id) => `${id}:${'x'.repeat(32)}`).join(), 'may have two keys'],
  ['SERVICE_KEYS', ['a', 'a'].map((id) => `${id}:${'x'.repeat(32)}`).join(), 'must have keys of different ids'],
  ['REDIS_URL', 'http://redis', 'must look like redis://host:6379'],
  ['ORDERS_URL', 'orders:4000', 'must look like http://host:4001'],
  ['ORDERS_URL', 'http://orders:4000/graphql', 'must look like http://host:4001'],
  ['EXECUTOR_ID', 'two words', 'may have 64 letters'],
  ['CALLBACK_ROUTERS', 'router', 'is no address of a router'],
])('given %s=%s, then it says what it must look like', (name, value, sentence) => {
  expect(() => readSettings({ [name]: value })).toThrow(sentence);
});
