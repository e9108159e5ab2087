import pino, { type DestinationStream, type Logger, type LevelWithSilent } from 'pino';

type Known = Error & { code?: unknown; schema?: unknown; table?: unknown; constraint?: unknown; cause?: unknown };

// drizzle tells with a statement the values that it was sent with.
const withoutValues = (text?: string) => text?.replace(/^params: .*(?=\n {4}at )|^params: .*/ms, 'params: …');

/**
 * What the log keeps of an error: enough to find it. Not all that hangs on it: Postgres puts values of rows into `detail`,
 * and pg whole connections.
 */
export function serializeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, code, schema, table, constraint, cause } = error as Known;
  return {
    name,
    message: withoutValues(message),
    code,
    schema,
    table,
    constraint,
    stack: withoutValues(stack),
    cause: cause === undefined ? undefined : serializeError(cause),
  };
}

/** One line of JSON an entry, on stdout. */
export const createLog = (level: LevelWithSilent, destination: DestinationStream = pino.destination(1)): Logger =>
  pino(
    { level, serializers: { err: serializeError }, timestamp: pino.stdTimeFunctions.isoTime, base: undefined },
    destination,
  );
