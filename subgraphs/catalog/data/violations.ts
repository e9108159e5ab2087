import { DrizzleQueryError } from 'drizzle-orm';

// SQLSTATE unique_violation.
const UNIQUE_VIOLATION = '23505';

/** Answers with `otherwise` when a unique key was taken. The transaction is lost with it: refuse. */
export async function onUniqueViolation<T>(work: () => Promise<T>, otherwise: () => T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const cause = error instanceof DrizzleQueryError ? error.cause : error;
    if ((cause as { code?: unknown } | undefined)?.code === UNIQUE_VIOLATION) return otherwise();
    throw error;
  }
}
