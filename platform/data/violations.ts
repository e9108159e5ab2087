import { DrizzleQueryError } from 'drizzle-orm';

// SQLSTATE unique_violation.
const UNIQUE_VIOLATION = '23505';

/** Whether a statement failed because a unique key was taken. @param table of that key; any when it is left out */
export function isUniqueViolation(error: unknown, table?: string): boolean {
  const cause = (error instanceof DrizzleQueryError ? error.cause : error) as {
    code?: unknown;
    table?: unknown;
  } | null;
  return cause?.code === UNIQUE_VIOLATION && (table === undefined || cause.table === table);
}

/** Answers with `otherwise` when a unique key was taken. A transaction is lost with it: refuse. */
export async function onUniqueViolation<T>(work: () => Promise<T>, otherwise: () => T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error)) return otherwise();
    throw error;
  }
}
