import { parseArgs } from 'node:util';
import type { LevelWithSilent } from 'pino';
import { readTrustedKeys } from '../../platform/delivery/keys';
import { shareOrOff } from '../settingValues';
import { HTTP_DEFAULTS, type HttpSettings } from '../transports/settings';
import { given, headerNames, oneOf, text, webAddress, whole } from './values';

/** One flag. `parse` throws the end of the sentence "--name … ". A flag without a value has no `value`. */
type Flag<T> = {
  readonly value?: string;
  /** A variable of the environment that stands for the flag where it is not given. */
  readonly env?: string;
  readonly meaning: string;
  readonly parse: (given: string | undefined) => T;
};

const { connections, headersTimeout, maxAnswer } = HTTP_DEFAULTS;

export const FLAGS = {
  supergraph: { value: 'FILE', meaning: 'The composed supergraph (SDL). Needed, or else --registry.', parse: text },
  port: {
    value: 'N',
    meaning: 'Port to listen on; 0 takes a free one. 4000 if not given.',
    parse: whole(4000, 0, 65_535),
  },
  host: {
    value: 'H',
    meaning: 'Address to listen on; 0.0.0.0 for all. 127.0.0.1 if not given.',
    parse: (h) => text(h) ?? '127.0.0.1',
  },
  open: {
    meaning: 'For a trusted network: no authentication, no limits, any content type; errors as rooms tell them.',
    parse: given,
  },
  watch: { meaning: 'Serves the file anew whenever it changes.', parse: given },
  registry: {
    value: 'URL',
    env: 'SUPERGRAPH_REGISTRY_URL',
    meaning: 'A schema registry to follow instead of a file.',
    parse: webAddress,
  },
  'registry-token': {
    value: 'TOKEN',
    env: 'SUPERGRAPH_REGISTRY_TOKEN',
    meaning: 'Its token with the rights read and usage.',
    parse: text,
  },
  'registry-keys': {
    value: 'KEYS',
    env: 'SUPERGRAPH_KEYS',
    meaning: 'Public keys that it may sign with: id:base64, with commas between, or a file.',
    parse: (keys) => (keys ? readTrustedKeys(keys) : undefined),
  },
  'rollback-errors': {
    value: 'SHARE',
    env: 'SUPERGRAPH_ROLLBACK_ERRORS',
    meaning:
      'How much more may fail after a change, of 50 requests or more in a minute; off for any. 0.2 if not given.',
    parse: (share) => shareOrOff(share ?? '0.2'),
  },
  state: {
    value: 'DIR',
    meaning: 'Where the last good supergraph is kept. Beside the file, or here with --registry, if not given.',
    parse: text,
  },
  jwks: {
    value: 'URL',
    meaning: 'Keys that access tokens are verified with. Without it everybody is a guest.',
    parse: webAddress,
  },
  issuer: { value: 'NAME', meaning: 'What the tokens must have as iss.', parse: text },
  audience: { value: 'NAME', meaning: 'What the tokens must have as aud.', parse: text },
  'forward-headers': {
    value: 'NAMES',
    meaning: 'Headers of the client that rooms get, too, such as authorization,accept-language.',
    parse: headerNames,
  },
  subscriptions: {
    value: 'HOW',
    meaning: "How rooms push: ws (graphql-ws), sse (graphql-sse) or callback (Apollo's). ws if not given.",
    parse: oneOf<HttpSettings['subscriptions']>('ws', 'ws', 'sse', 'callback'),
  },
  'callback-url': {
    value: 'URL',
    meaning: 'Where rooms call this gateway back, for --subscriptions callback. Its own address if not given.',
    parse: webAddress,
  },
  'subscriptions-path': {
    value: 'PATH',
    meaning: "Path of the rooms' subscriptions. That of their URL if not given.",
    parse: text,
  },
  connections: {
    value: 'N',
    meaning: `Connections to a room at most. ${connections} if not given.`,
    parse: whole(connections, 1, 10_000),
  },
  timeout: {
    value: 'MS',
    meaning: `Milliseconds that a room may take. ${headersTimeout} if not given.`,
    parse: whole(headersTimeout, 1, 3_600_000),
  },
  'max-answer': {
    value: 'BYTES',
    meaning: `Largest answer of a room. ${maxAnswer} if not given.`,
    parse: whole(maxAnswer, 1, 2 ** 31 - 1),
  },
  log: {
    value: 'LEVEL',
    meaning: 'trace, debug, info (a line a request), warn, error, silent. warn if not given.',
    parse: oneOf<LevelWithSilent>('warn', 'trace', 'debug', 'info', 'warn', 'error', 'silent'),
  },
  'metrics-port': {
    value: 'N',
    env: 'METRICS_PORT',
    meaning: 'Port of Prometheus metrics at /metrics; 0 takes a free one. None if not given.',
    parse: (n) => (n ? whole(0, 0, 65_535)(n) : undefined),
  },
  'otlp-endpoint': {
    value: 'URL',
    env: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    meaning: 'Where OpenTelemetry spans are sent, by OTLP over HTTP. None are if not given.',
    parse: webAddress,
  },
  'service-name': {
    value: 'NAME',
    env: 'OTEL_SERVICE_NAME',
    meaning: 'What spans call this process. agora-gateway if not given.',
    parse: (name) => text(name) ?? 'agora-gateway',
  },
  help: { meaning: 'Shows this.', parse: given },
} as const satisfies Record<string, Flag<unknown>>;

type Table = typeof FLAGS;
export type Flags = { readonly [Name in keyof Table]: ReturnType<Table[Name]['parse']> };

/** The arguments cannot be used; the message has a sentence for every mistake. */
export class FlagsError extends Error {
  override name = 'SettingsError';
}

export function help(): string {
  const lines = Object.entries<Flag<unknown>>(FLAGS).map(([name, { value, env, meaning }]) => {
    const also = env === undefined ? '' : ` (${env})`;
    return `  ${`--${name}${value ? ` ${value}` : ''}`.padEnd(28)}${meaning}${also}`;
  });
  return `Serves any supergraph; its rooms are reached at the URLs in it.\n\n  npm run gateway -- --supergraph FILE [flags]
  npm run gateway -- --registry URL [flags]\n\n${lines.join('\n')}\n`;
}

function read(args: readonly string[]): Record<string, string | boolean | undefined> {
  const options = Object.fromEntries(
    Object.entries<Flag<unknown>>(FLAGS).map(([name, { value }]) => [
      name,
      { type: value ? ('string' as const) : ('boolean' as const) },
    ]),
  );
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    const [sentence] = (error as Error).message.split(/\. |\n/);
    throw new FlagsError(`${sentence}. Run it with --help to see what it takes.`, { cause: error });
  }
}

type Raw = Readonly<Record<string, string | boolean | undefined>>;

/** What is needed beside what is given; by whoever asks for help, nothing is. */
function missing({ help: isHelp, supergraph, ...others }: Raw, isBoth: boolean): string[] {
  if (isBoth) return ['--supergraph and --registry cannot both be given.'];
  if (isHelp || supergraph) return [];
  if (!others.registry) return ['--supergraph is needed: a file with a supergraph; or --registry: the URL of one.'];
  const needed = { 'registry-token': 'a token with the right to read', 'registry-keys': 'the key that it signs with' };
  return Object.entries(needed)
    .filter(([name]) => !others[name])
    .map(([name, what]) => `--${name} is needed with --registry: ${what}.`);
}

/** @throws FlagsError with a sentence for every mistake */
export function readFlags(args: readonly string[], environment: NodeJS.ProcessEnv = process.env): Flags {
  const written = read(args);
  const values: Raw = Object.fromEntries(
    Object.entries<Flag<unknown>>(FLAGS).map(([name, { env }]) => [
      name,
      // An empty variable counts as not given.
      written[name] ?? (env === undefined ? undefined : environment[env]?.trim() || undefined),
    ]),
  );
  const mistakes = missing(values, written.supergraph !== undefined && written.registry !== undefined);
  const flags = Object.entries<Flag<unknown>>(FLAGS).map(([name, { parse }]) => {
    const value = values[name];
    try {
      return [name, parse(value === true ? '' : (value as string | undefined))];
    } catch (error) {
      mistakes.push(`--${name} ${(error as Error).message}.`);
      return [name, undefined];
    }
  });
  if (mistakes.length > 0) throw new FlagsError(`${mistakes.join('\n')}\nRun it with --help to see what it takes.`);
  return Object.fromEntries(flags) as Flags;
}
