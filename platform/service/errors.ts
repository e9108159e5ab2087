import { GraphQLError, type ExecutionResult, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { databaseIsAway, isDatabaseAway } from '../data/away';
import { AgoraError } from '../kernel/errors';

/** The error that was thrown on purpose, if there is one among the causes. */
function expected(error: unknown): AgoraError | undefined {
  for (let each = error; each instanceof Error; each = each instanceof GraphQLError ? each.originalError : each.cause)
    if (each instanceof AgoraError) return each;
    else if (isDatabaseAway(each)) return databaseIsAway();
  return undefined;
}

/** Makes of anything thrown what a caller may be told; what nobody foresaw goes to the log in full, and nowhere else. */
export type Tell = (errors: readonly unknown[], requestId: string) => GraphQLFormattedError[];

export const teller =
  (log: Logger): Tell =>
  (errors, requestId) =>
    errors.map((error) => {
      const path = error instanceof GraphQLError ? error.path : undefined;
      const known = expected(error);
      if (known) return { message: known.message, path, extensions: known.extensions };
      // GraphQL itself tells what is wrong with a document, or with the variables that came with it.
      if (error instanceof GraphQLError && !error.originalError) return { message: error.message, path };
      log.error({ err: error, requestId, path }, 'an operation failed');
      return { message: 'Something failed in the room.', path, extensions: { code: 'INTERNAL' } };
    });

/** A result as it is sent. */
export function asSent({ data, errors }: ExecutionResult, requestId: string, tell: Tell): string {
  return JSON.stringify(errors ? { data, errors: tell(errors, requestId) } : { data });
}

/** The status of an answer that holds no data. */
export function statusOf([first]: readonly GraphQLFormattedError[]): number {
  const { code } = first?.extensions ?? {};
  if (code === 'UNAVAILABLE') return 503;
  return code === 'INTERNAL' ? 500 : 400;
}
