import { readTrustedKeys } from '../platform/delivery/keys';
import { readCertificates, readKey } from '../platform/identity/tls';
import { demoTenant } from '../platform/identity/tenants';
import { readRouters } from '../platform/subgraph/callbacks/routers';
import { readCostLimits } from './protection/demand/limits';
import { readManifest } from './protection/persisted/manifest';
import { PERSISTED_MODES } from './protection/persisted/modes';
import { SOURCES } from './supergraph/source';
import {
  atMost,
  executorId,
  neededBy,
  oneOf,
  optional,
  postgresUrl,
  redisUrl,
  roomUrls,
  secret,
  serviceKeys,
  shareOrOff,
  tenantsIn,
  tlsFile,
  webUrl,
  whole,
} from './settingValues';

/** One setting from the environment. `parse` throws the end of the sentence "NAME … ". */
type Setting<T> = {
  readonly default: string;
  readonly meaning: string;
  readonly parse: (text: string, env: Environment) => T;
};
export type Environment = Readonly<Record<string, string | undefined>>;

const isProduction = (env: Environment) => env.NODE_ENV === 'production';

const setting = <T>(byDefault: string, meaning: string, parse: Setting<T>['parse']): Setting<T> => ({
  default: byDefault,
  meaning,
  parse,
});

/** Every setting. The README's table is made from this one. An empty value counts as not given. */
export const SETTINGS = {
  PORT: setting('4000', 'Port of the endpoint; 0 takes a free one.', whole(0, 65_535)),
  HOST: setting('127.0.0.1', 'Address to listen on; 0.0.0.0 for all.', (text) => text),
  AGORA_DATA: setting('.agora', "Directory of the built-in Postgres's data.", (text) => text),
  DATABASE_URL: setting('', 'A Postgres server to use instead of the built-in one.', optional(postgresUrl)),
  DATABASE_CONNECTIONS: setting(
    '8',
    'Connections of a room to its Postgres for requests; three more are for events.',
    whole(1, 500),
  ),
  REDIS_URL: setting(
    '',
    'A Redis that carries events and wakes between processes; needed where rooms are services of their own.',
    optional(redisUrl),
  ),
  SERVICE_KEYS: setting(
    '',
    'Keys that seal what gateways and rooms send each other: id:secret, or new:secret,old:secret while they change. The first seals, both are accepted.',
    optional(serviceKeys),
  ),
  TLS_CERT: setting(
    '',
    'A PEM file with the certificate of this process: with it, gateways and rooms speak to each other by mutual TLS, and <ROOM>_URL begins with https://.',
    tlsFile((file) => readCertificates(file)),
  ),
  TLS_KEY: setting(
    '',
    'A PEM file with the private key of that certificate.',
    tlsFile((file, env) => readKey(file, env.TLS_CERT?.trim() ?? '')),
  ),
  TLS_CA: setting(
    '',
    'A PEM file with the authorities that are believed: a room lets in who shows a certificate that one of them has signed.',
    tlsFile((file) => readCertificates(file)),
  ),
  CALLBACK_ROUTERS: setting(
    '',
    'Routers that a room may call with the events of subscriptions, such as http://router:4000/callback, with commas between.',
    readRouters,
  ),
  EXECUTOR_ID: setting(
    '',
    'What this process is called as the one that runs sagas and jobs; it must be the only one of that name. A free one is taken if not given.',
    optional(executorId),
  ),
  SEED: setting(
    'demo; none when NODE_ENV=production',
    'demo fills an empty database with demo data on the first start; none leaves it empty.',
    (text, env) => oneOf('demo', 'none')(text.startsWith('demo;') ? (isProduction(env) ? 'none' : 'demo') : text),
  ),
  LOG_LEVEL: setting(
    'info; warn on a terminal',
    'Lines of JSON on stdout from this level on: trace, debug, info (a line for every request), warn, error, silent.',
    (text) => {
      const usual = process.stdout.isTTY ? 'warn' : 'info';
      return oneOf(
        'trace',
        'debug',
        'info',
        'warn',
        'error',
        'fatal',
        'silent',
      )(text.startsWith('info;') ? usual : text);
    },
  ),
  SUPERGRAPH_SOURCE: setting(
    'local',
    'Where the supergraph comes from: local composes the rooms of this repository, file reads SUPERGRAPH_FILE, registry follows a schema registry.',
    oneOf(...SOURCES),
  ),
  SUPERGRAPH_FILE: setting(
    '',
    'The file with the composed supergraph, served anew whenever it changes.',
    neededBy('file', 'a file with a composed supergraph', (text) => text),
  ),
  SUPERGRAPH_REGISTRY_URL: setting(
    '',
    'Where the schema registry is; `npm run registry:serve` starts one.',
    neededBy('registry', 'its address, such as http://registry:4600', webUrl),
  ),
  SUPERGRAPH_REGISTRY_TOKEN: setting(
    '',
    'A token of the schema registry with the right to read.',
    neededBy('registry', 'a token with the right to read', (text) => text),
  ),
  SUPERGRAPH_KEYS: setting(
    '',
    'Public Ed25519 keys whose signature on a supergraph is trusted: id:base64, with commas between, or a file with one a line.',
    neededBy('registry', 'the public key that it signs with, id:base64', readTrustedKeys),
  ),
  SUPERGRAPH_ROLLBACK_ERRORS: setting(
    '0.2',
    'By how much the share of failed requests may grow after a new supergraph; beyond, the one before is served again. From 0 to 1; off for never.',
    shareOrOff,
  ),
  SUPERGRAPH_ROLLBACK_REQUESTS: setting('50', 'Requests that it takes to judge so.', whole(1, 1_000_000)),
  SUPERGRAPH_ROLLBACK_SECONDS: setting('60', 'Seconds for which a new supergraph is judged.', whole(1, 86_400)),
  INTROSPECTION: setting(
    'true',
    'Whether clients may ask for the schema.',
    (text) => oneOf('true', 'false')(text) === 'true',
  ),
  PERSISTED_OPERATIONS: setting(
    '',
    "A JSON file with the operations of clients, in the format of Apollo's persisted query manifest; `npm run manifest` writes it.",
    optional(readManifest),
  ),
  PERSISTED_MODE: setting(
    'log',
    'What becomes of documents that are not in it: log runs and notes them, safelist refuses them, require-id takes operations by their id only.',
    (text, env) => {
      const mode = oneOf(...PERSISTED_MODES)(text);
      if (mode !== 'log' && !env.PERSISTED_OPERATIONS?.trim()) throw new Error('needs PERSISTED_OPERATIONS');
      return mode;
    },
  ),
  UNAUTHORIZED: setting(
    'null',
    'What becomes of an operation of which only a part may be seen: null answers the rest, refuse answers nothing.',
    oneOf('null', 'refuse'),
  ),
  COST_LIMITS: setting(
    'guest=10000,user=20000,staff=100000',
    'What one operation may cost, by who asks; tenant.guest=500 is for one tenant alone. off for no limit.',
    readCostLimits,
  ),
  RATE_LIMIT_IDENTITY: setting(
    '300000',
    'Cost that a signed-in user may spend in a minute, all at once or spread; 0 for no limit.',
    whole(0, 1_000_000_000),
  ),
  RATE_LIMIT_ADDRESS: setting(
    '1500000',
    'Cost that may be spent in a minute from one address; 0 for no limit. This machine itself has none, whoever asks.',
    whole(0, 1_000_000_000),
  ),
  LONGEST_WAIT: setting(
    '300',
    'Milliseconds that requests may have to wait on average because of others that are under way; who would have to wait longer is told to come again. 0 for no limit.',
    whole(0, 60_000),
  ),
  TRUSTED_PROXIES: setting(
    '0',
    'How many proxies stand in front, each of which adds to x-forwarded-for where a request came from.',
    whole(0, 10),
  ),
  ROOM_TIMEOUT: setting('30000', 'Milliseconds that a room may take for its part of an answer.', whole(1, 3_600_000)),
  LIVE_SOCKETS: setting('5000', 'WebSockets at a time; 0 for no limit.', atMost),
  LIVE_PER_ADDRESS: setting('250', 'WebSockets and streams at a time from one address; 0 for no limit.', atMost),
  LIVE_PER_USER: setting('50', 'WebSockets and streams at a time of one user; 0 for no limit.', atMost),
  LIVE_OPERATIONS: setting('100', 'Operations at a time on one WebSocket; 0 for no limit.', atMost),
  LIVE_IDLE_MINUTES: setting('10', 'Minutes that a WebSocket may be open without an operation.', whole(1, 10_080)),
  METRICS_PORT: setting(
    '',
    'Port of Prometheus metrics at /metrics, on the same HOST; 0 takes a free one. Without it nothing is measured.',
    optional(whole(0, 65_535)),
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(
    '',
    'Where OpenTelemetry spans are sent, by OTLP over HTTP, such as http://127.0.0.1:4318. Without it there are none.',
    optional(webUrl),
  ),
  OTEL_SERVICE_NAME: setting('agora', 'What spans call this process.', (text) => text),
  AGORA_TENANTS: setting(
    '',
    'A JSON file with the list of tenants; without it there is the demo shop alone.',
    (text) => (text === '' ? [demoTenant] : tenantsIn(text)),
  ),
  ORDERS_PAYMENT_MINUTES: setting('15', 'Minutes after which an unpaid order expires.', whole(1, 10_080)),
  PAYMENTS_WEBHOOK_SECRET: setting(
    '',
    "Secret that signs the payment provider's webhooks; without it one is made.",
    optional(secret),
  ),
} as const satisfies Record<string, Setting<unknown>>;

type Table = typeof SETTINGS;
export type Settings = { readonly [Name in keyof Table]: ReturnType<Table[Name]['parse']> } & {
  /** `ORDERS_DATABASE_URL` and its like: a room's own server, by the room's name. */
  readonly roomDatabases: Readonly<Record<string, string>>;
  /** `ORDERS_URL` and its like: the copies of a room that is a service of its own, by the room's name. */
  readonly roomUrls: Readonly<Record<string, readonly string[]>>;
};

/** Settings that exist once a room. */
export const ROOM_SETTINGS = {
  '<ROOM>_DATABASE_URL':
    'A Postgres server for one room alone: ORDERS_DATABASE_URL, CATALOG_DATABASE_URL, … WORKFLOWS_DATABASE_URL keeps the sagas.',
  '<ROOM>_URL':
    'Where a room is a service of its own: ORDERS_URL=http://orders:4000, with commas between copies. Given for one, they must be for all.',
};
/** Who keeps data: the rooms, and beside them the sagas. */
export const OWNERS = [
  'users',
  'catalog',
  'orders',
  'payments',
  'logistics',
  'marketing',
  'search',
  'workflows',
] as const;

export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** @throws SettingsError with a sentence for every mistake */
export function readSettings(env: Environment): Settings {
  const mistakes: string[] = [];
  const attempt = <T>(name: string, parse: () => T): T | undefined => {
    try {
      return parse();
    } catch (error) {
      mistakes.push(`${name} ${(error as Error).message}.`);
      return undefined;
    }
  };
  const values = Object.entries<Setting<unknown>>(SETTINGS).map(([name, { default: byDefault, parse }]) => {
    const given = env[name]?.trim();
    return [name, attempt(name, () => parse(given === undefined || given === '' ? byDefault : given, env))];
  });
  const perRoom = <T>(suffix: string, parse: (text: string) => T): Record<string, T> =>
    Object.fromEntries(
      OWNERS.flatMap((room) => {
        const name = `${room.toUpperCase()}_${suffix}`;
        const text = env[name]?.trim();
        return text ? [[room, attempt(name, () => parse(text)) as T]] : [];
      }),
    );
  const roomDatabases = perRoom('DATABASE_URL', postgresUrl);
  const roomAddresses = perRoom('URL', roomUrls);
  if (mistakes.length > 0)
    throw new SettingsError(`Some settings cannot be used:\n${mistakes.map((each) => `  - ${each}`).join('\n')}`);
  return { ...Object.fromEntries(values), roomDatabases, roomUrls: roomAddresses } as Settings;
}
