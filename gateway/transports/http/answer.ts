import { GraphQLError, type ExecutionResult } from 'graphql';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An error as a room wrote it. Its positions are in a document that nobody but the room has seen. */
function asError(value: unknown): GraphQLError {
  const { message, path, extensions } = isRecord(value) ? value : {};
  return new GraphQLError(typeof message === 'string' ? message : 'The room told no reason.', {
    path: Array.isArray(path) ? (path as (string | number)[]) : undefined,
    extensions: isRecord(extensions) ? extensions : undefined,
  });
}

export const asErrors = (values: readonly unknown[]): GraphQLError[] => values.map(asError);

/** What a room said, if that is a GraphQL result; null when it is anything else. */
export function asResult(value: unknown): ExecutionResult | null {
  if (!isRecord(value)) return null;
  const { data, errors, extensions } = value;
  const failed = Array.isArray(errors) && errors.length > 0;
  if (data === undefined ? !failed : data !== null && !isRecord(data)) return null;
  // As most are.
  if (!failed && data !== undefined && extensions === undefined) return { data: data as ExecutionResult['data'] };
  return {
    ...(data !== undefined && { data: data as ExecutionResult['data'] }),
    ...(failed && { errors: asErrors(errors) }),
    ...(isRecord(extensions) && { extensions }),
  };
}

/** @throws an error for the log when the text is no GraphQL result */
export function parseAnswer(status: number, text: string): ExecutionResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const result = asResult(value);
  if (!result) throw new Error(`It answered ${status} and no GraphQL result: ${text.slice(0, 200)}`);
  return result;
}
