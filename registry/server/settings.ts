import { existsSync } from 'node:fs';
import { oneOf, optional, postgresUrl, redisUrl, whole } from '../../gateway/settingValues';
import { SettingsError, type Environment } from '../../gateway/settings';
import { readSigningKeys } from '../../platform/delivery/keys';
import { TOKEN_FILE } from '../tokens/file';

type Setting<T> = {
  readonly default: string;
  readonly meaning: string;
  /** Throws the end of the sentence "NAME … ". */
  readonly parse: (text: string) => T;
};

const setting = <T>(byDefault: string, meaning: string, parse: Setting<T>['parse']): Setting<T> => ({
  default: byDefault,
  meaning,
  parse,
});

function signingKeys(text: string) {
  if (text === '')
    throw new Error('is needed, to sign the supergraph: `npm run registry -- keys` makes a pair of keys');
  return readSigningKeys(text);
}

function tokenFile(file: string): string {
  if (!existsSync(file))
    throw new Error(
      `must name a file with tokens, and there is no ${file}: \`npm run registry -- tokens create gateway --rights read,usage\` begins one`,
    );
  return file;
}

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Every setting of the registry's service. An empty value counts as not given. What names the store is read by store/open.ts. */
export const REGISTRY_SETTINGS = {
  PORT: setting('4600', 'Port of the service; 0 takes a free one.', whole(0, 65_535)),
  HOST: setting('127.0.0.1', 'Address to listen on; 0.0.0.0 for all.', (text) => text),
  REGISTRY_SIGNING_KEYS: setting(
    '',
    'Private keys that sign the supergraph: id:base64, with commas between, or a file with one a line. The first signs.',
    signingKeys,
  ),
  REGISTRY_TOKENS: setting(
    TOKEN_FILE,
    'File with the tokens that are let in, as hashes. It is read again when it changes.',
    tokenFile,
  ),
  REGISTRY_DATABASE_URL: setting('', 'Postgres that keeps the registry; all copies share it.', optional(postgresUrl)),
  REGISTRY_FOLDER: setting('registry/published', 'Folder that keeps it, where there is no Postgres.', (text) => text),
  REDIS_URL: setting('', 'A Redis over which gateways and other copies are told of a release.', optional(redisUrl)),
  TRUSTED_PROXIES: setting(
    '0',
    'How many proxies stand in front, each of which adds to x-forwarded-for where a request came from.',
    whole(0, 10),
  ),
  LOG_LEVEL: setting(
    'info; warn on a terminal',
    'Lines of JSON on stdout from this level on; those of the audit from info on, whatever it is.',
    (text) => oneOf(...LEVELS)(text.startsWith('info;') ? (process.stdout.isTTY ? 'warn' : 'info') : text),
  ),
} as const satisfies Record<string, Setting<unknown>>;

type Table = typeof REGISTRY_SETTINGS;
export type RegistrySettings = { readonly [Name in keyof Table]: ReturnType<Table[Name]['parse']> };

/** A service that asked a service would ask for ever. */
const NO_URL = 'REGISTRY_URL must not be set here: it is for those who ask the service.';

/** @throws SettingsError with a sentence for every mistake */
export function readRegistrySettings(env: Environment): RegistrySettings {
  const mistakes: string[] = env.REGISTRY_URL?.trim() ? [NO_URL] : [];
  const values = Object.entries<Setting<unknown>>(REGISTRY_SETTINGS).map(([name, { default: byDefault, parse }]) => {
    try {
      return [name, parse(env[name]?.trim() || byDefault)];
    } catch (error) {
      mistakes.push(`${name} ${(error as Error).message}.`);
      return [name, undefined];
    }
  });
  if (mistakes.length > 0)
    throw new SettingsError(`The registry cannot start:\n${mistakes.map((each) => `  - ${each}`).join('\n')}`);
  return Object.fromEntries(values) as RegistrySettings;
}
