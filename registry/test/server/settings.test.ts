import { newKeyPair } from '../../../platform/delivery/keys';
import { temporaryFile } from '../../../test/story/files';
import { readRegistrySettings } from '../../server/settings';

const { signing, trusted } = newKeyPair('2026');
const enough = () => ({ REGISTRY_SIGNING_KEYS: signing, REGISTRY_TOKENS: temporaryFile('tokens', '') });

test('given keys and tokens, then the rest has a default', () => {
  const settings = readRegistrySettings(enough());
  expect(settings).toMatchObject({ PORT: 4600, HOST: '127.0.0.1', TRUSTED_PROXIES: 0, REDIS_URL: undefined });
  expect(settings.REGISTRY_SIGNING_KEYS.map(({ id }) => id)).toEqual(['2026']);
});

test('given no key and no tokens, then it says how both are made', () => {
  expect(() => readRegistrySettings({ REGISTRY_TOKENS: '/nowhere/tokens' })).toThrow(
    /REGISTRY_SIGNING_KEYS is needed.*npm run registry -- keys.*\n.*no \/nowhere\/tokens.*tokens create/s,
  );
});

test.each([
  ['PORT', '70000', 'PORT must be a whole number from 0 to 65535.'],
  [
    'REGISTRY_SIGNING_KEYS',
    trusted,
    'REGISTRY_SIGNING_KEYS must hold keys that look like id:base64, each a private Ed25519 key',
  ],
  ['REGISTRY_DATABASE_URL', 'localhost', 'REGISTRY_DATABASE_URL must look like postgres://'],
  ['REDIS_URL', 'localhost', 'REDIS_URL must look like redis://host:6379.'],
  ['REGISTRY_URL', 'http://127.0.0.1:4600', 'REGISTRY_URL must not be set here'],
])('given %s=%s, then a sentence says what to write', (name, value, said) => {
  expect(() => readRegistrySettings({ ...enough(), [name]: value })).toThrow(said);
});
