import type { GraphQLError } from 'graphql';
import { codeOf } from '../protection/errors';

const LEGACY_CODES = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'INVALID_INPUT', 'LIMIT_EXCEEDED']);

/**
 * Who asks for plain application/json gets 200 for whatever is a GraphQL request, well answered or not; 4xx there would look
 * like the answer of something in between. (GraphQL over HTTP, section 6.4.1)
 */
export function legacyStatus(
  status: number,
  accept: string | undefined,
  errors: readonly GraphQLError[] | undefined,
): number {
  const isModern = accept?.includes('application/graphql-response+json');
  const isRequest = errors?.every((error) => LEGACY_CODES.has(codeOf(error))) === true;
  return !isModern && status === 400 && isRequest ? 200 : status;
}
