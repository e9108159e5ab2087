import { parseArgs } from 'node:util';
import type { LevelWithSilent } from 'pino';
import { HTTP_DEFAULTS, type HttpSettings } from '../transports/settings';
import { given, headerNames, oneOf, required, text, webAddress, whole } from './values';

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
  supergraph: { value: 'FILE', meaning: 'The composed supergraph (SDL). Needed.', parse: required },
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
  state: {
    value: 'DIR',
    meaning: 'Where the last good supergraph is kept. Beside the file if not given.',
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
  return `Serves any supergraph; its rooms are reached at the URLs in it.\n\n  npm run gateway -- --supergraph FILE [flags]\n\n${lines.join('\n')}\n`;
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

/** @throws FlagsError with a sentence for every mistake */
export function readFlags(args: readonly string[], environment: NodeJS.ProcessEnv = process.env): Flags {
  const values = read(args);
  const mistakes: string[] = [];
  const flags = Object.entries<Flag<unknown>>(FLAGS).map(([name, { env, parse }]) => {
    // An empty variable counts as not given.
    const value = values[name] ?? (env === undefined ? undefined : environment[env]?.trim() || undefined);
    try {
      return [
        name,
        values.help && name === 'supergraph' ? '' : parse(value === true ? '' : (value as string | undefined)),
      ];
    } catch (error) {
      mistakes.push(`--${name} ${(error as Error).message}.`);
      return [name, undefined];
    }
  });
  if (mistakes.length > 0) throw new FlagsError(`${mistakes.join('\n')}\nRun it with --help to see what it takes.`);
  return Object.fromEntries(flags) as Flags;
}
