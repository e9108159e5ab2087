import type { RequestContext } from '../context';
import type { Usage } from '../execution/usage';
import type { Operations } from '../operations';
import type { ReadDocument } from '../protection/documents';
import { codeOf } from '../protection/errors';
import type { Answered } from './answered';

/** An operation that runs fits our schema: what does not, does not fit a room's. */
const FAILURES = ['INTERNAL', 'UNAVAILABLE', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED'];

function noteEnd({ trace: { codes }, signal }: RequestContext, { note }: Answered): void {
  // Whoever has left was answered nothing.
  if (!signal?.aborted) note(codes.size > 0 && FAILURES.some((code) => codes.has(code)));
}

/** Notes of each operation whether it failed by the fault of the gateway or of a room. A subscription counts when it begins. */
export function notingOperations(operations: Operations, answered: Answered): Operations {
  const noting =
    <Args extends [unknown, RequestContext, ...unknown[]], Result>(run: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      const result = await run(...args);
      noteEnd(args[1], answered);
      return result;
    };
  return {
    ...operations,
    execute: noting(operations.execute),
    executeInParts: noting(operations.executeInParts),
    executeToText: noting(operations.executeToText),
    subscription: noting(operations.subscription),
  };
}

const doesNotFit = (error: unknown): boolean =>
  error instanceof AggregateError && error.errors.some((each) => codeOf(each) === 'GRAPHQL_VALIDATION_FAILED');

/** A document that could be answered before and does not fit any more fails by our fault. Any other that does not is the client's. */
export const notingRead =
  (read: ReadDocument, usage: Usage, { note }: Answered): ReadDocument =>
  (source, trace) => {
    try {
      return read(source, trace);
    } catch (error) {
      if (usage.knows(source) && doesNotFit(error)) note(true);
      throw error;
    }
  };
