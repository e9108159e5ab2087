/** Agora cannot start, for a reason outside of it. The message says what to do. */
export class StartError extends Error {
  override name = 'StartError';
}

const codeOf = (error: unknown): string => {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
};

const BY_ENVIRONMENT = { host: 'HOST=', port: (other: number) => `PORT=${other} npm start` };

/** @param how a person chooses another host or port */
export function listenError(error: unknown, host: string, port: number, how = BY_ENVIRONMENT): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new StartError(
        `Port ${port} is in use. Stop the program that has it, or choose another one: ${how.port(port + 1)}`,
      );
    case 'EACCES':
      return new StartError(`This user may not listen on port ${port}. Choose one above 1023: ${how.port(4000)}`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(
        `${how.host}${host} is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of its addresses.`,
      );
    default:
      return error;
  }
}

const where = (url: string): string => {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
};

const REASONS: [code: RegExp, sentence: string][] = [
  [/^(28P01|28000)$/, 'refuses this user and password. Correct them in the address.'],
  [/^3D000$/, 'has no such database. Create it, or correct the address.'],
  [/^42501$/, 'does not allow this user to create schemas and roles. Use its owner, or grant CREATE and CREATEROLE.'],
  [/^53300$/, 'has no connection left. Raise its max_connections.'],
  [/^(53100|58030)$/, 'has no space left on its disk. Free some.'],
  [/^57P0[12]$/, 'has stopped. Try again when it is back.'],
  [/^25006$/, 'may only be read. Use the one that takes changes.'],
  [/^57P03$/, 'is still starting. Try again in a few seconds.'],
  [/^E[A-Z]+$|^timeout/, 'does not answer. Start it, or correct the address in DATABASE_URL.'],
];

/** The first code among the causes: drizzle wraps what Postgres says. pg gives no code when it waited in vain. */
function reasonOf(error: unknown): { code: string; said: string } {
  const { message = '', cause } = (error ?? {}) as { message?: string; cause?: unknown };
  const code = codeOf(error);
  if (code === '' && cause !== undefined) return reasonOf(cause);
  return { code: code || (/timeout|terminated/i.test(message) ? 'timeout' : ''), said: message || code };
}

/**
 * What a database that cannot be used has said, as advice. The address is named without its password.
 * @param setting what holds the address
 */
export function databaseError(error: unknown, url: string, setting = 'DATABASE_URL'): unknown {
  if (error instanceof StartError) return error;
  const { code, said } = reasonOf(error);
  const advice = REASONS.find(([pattern]) => pattern.test(code));
  return advice
    ? new StartError(`The database at ${where(url)} ${advice[1].replace('DATABASE_URL', setting)}\n  ${said}`)
    : error;
}

const EXPECTED = ['StartError', 'SettingsError', 'DatabaseStartError', 'CompositionError'];

/** What a person reads when Agora does not start: a sentence; only what nobody foresaw shows where it happened. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return `Agora could not start: ${String(error)}`;
  if (EXPECTED.includes(error.name)) return error.message;
  return `Agora could not start, for a reason that it does not know:\n${error.stack ?? error.message}`;
}
