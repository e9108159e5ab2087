import { GraphQLError } from 'graphql';

/** Every code that `extensions.code` of a GraphQL error may carry. Clients rely on them: add, never rename. */
export const ERROR_CODES = {
  UNAUTHENTICATED: 'The operation needs a signed-in user, or the token has expired or is not valid.',
  FORBIDDEN: 'The signed-in user lacks the permission that the operation needs.',
  INVALID_INPUT: 'An argument, an id, a cursor or a header has a value that cannot be taken.',
  LIMIT_EXCEEDED: 'The operation is larger than the limits of this endpoint allow.',
  RATE_LIMITED: 'Too much was asked in too short a time; try again after as many seconds as retryAfter says.',
  UNAVAILABLE: 'A part that is needed does not answer at the moment; try again.',
  INTERNAL: 'Something failed that the client could not cause. The request id stands in the log.',
} as const;
export type ErrorCode = keyof typeof ERROR_CODES;

/** An error that may leave the process as it is. Anything else is masked at the edge. */
export class AgoraError extends GraphQLError {
  constructor(code: ErrorCode, message: string, extensions: Record<string, unknown> = {}) {
    super(message, { extensions: { code, ...extensions } });
    this.name = 'AgoraError';
  }
}

export const unauthenticated = (message = 'Sign in first: this operation needs an access token.') =>
  new AgoraError('UNAUTHENTICATED', message);
export const forbidden = (message = 'You are signed in, but not allowed to do this.') =>
  new AgoraError('FORBIDDEN', message);
/** @param argument path of the argument that is wrong, for example `['input', 'lines', '0', 'quantity']` */
export const invalidInput = (message: string, argument?: string[]) =>
  new AgoraError('INVALID_INPUT', message, argument && { argument });
export const unavailable = (message: string) => new AgoraError('UNAVAILABLE', message);

/** What was begun has failed, and all of it was taken back. */
export class TakenBack extends AgoraError {
  constructor() {
    super('UNAVAILABLE', 'It could not be done just now, and nothing of it stays. Try again.');
  }
}

/** One entry of a payload's `userErrors`. `field` is the path into `input`. */
export type UserError<Code extends string = string> = { code: Code; field: string[] | null; message: string };

/**
 * A business refusal: what the client asked for cannot be done, and the client can mend it.
 * Thrown inside a transaction so that nothing of it stays; a mutation's answer carries it as `userErrors`.
 */
export class Refusal<Code extends string = string> extends Error {
  constructor(readonly userErrors: UserError<Code>[]) {
    super(userErrors.map((error) => `${error.code}: ${error.message}`).join('; '));
    this.name = 'Refusal';
  }
}

/** `refuse('OUT_OF_STOCK', 'Only 2 are left.', ['lines', '0', 'quantity'])`: each room binds it to its own codes. */
export const refusal =
  <Code extends string>() =>
  (code: Code, message: string, field: string[] | null = null): Refusal<Code> =>
    new Refusal([{ code, field, message }]);
