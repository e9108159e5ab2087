import { DrizzleQueryError } from 'drizzle-orm';
import { unavailable } from '../kernel/errors';

export const databaseIsAway = () =>
  unavailable('The database does not answer at the moment, or has too much to do. Try again.');

// As pg tells that a connection was lost under a statement. It gives no code for it.
const LOST = /^(Connection terminated|Query read timeout|Client has encountered a connection error)/;
const BROKEN = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT']);

/** Whether the server went away under a statement. SQLSTATE 57P: it ends, or has lost one of its processes; 08: the line. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof DrizzleQueryError) || !(error.cause instanceof Error)) return false;
  const { code = '', message } = error.cause as Error & { code?: string };
  return BROKEN.has(code) || /^(57P..|08...)$/.test(code) || LOST.test(message);
}
