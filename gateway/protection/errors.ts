import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { databaseIsAway, isDatabaseAway } from '../../platform/data/away';
import { AgoraError, ERROR_CODES } from '../../platform/kernel/errors';

/** Codes of the protocol itself, as Apollo Server names them: the operation never reached a room. */
export const PROTOCOL_CODES = {
  BAD_REQUEST: 'The HTTP request is not a GraphQL request.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  OPERATION_RESOLUTION_FAILURE: 'The document holds no operation of that name, or several and no name was given.',
  PERSISTED_QUERY_NOT_FOUND: 'No document is known by this hash; send it once together with its hash.',
  PERSISTED_QUERY_NOT_IN_LIST: 'No persisted operation has this id.',
  PERSISTED_QUERY_ID_REQUIRED: 'This endpoint takes persisted operations by their id only.',
  QUERY_NOT_IN_SAFELIST: 'This endpoint takes persisted operations only.',
} as const;

const STATUS: Record<string, number> = {
  // Part of the protocol: the client sends the document next.
  PERSISTED_QUERY_NOT_FOUND: 200,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
};
// graphql-js gives up on what is too large without a code of its own.
const GAVE_UP = /^Maximum introspection depth exceeded|Validation aborted\.$/;

const isPublic = (code: unknown): code is string =>
  typeof code === 'string' && code !== 'INTERNAL' && (code in ERROR_CODES || code in PROTOCOL_CODES);

/** The error that says most: ours where there is one among the causes, else the error itself. */
function telling(error: unknown): unknown {
  for (let each = error; each instanceof Error; each = each instanceof GraphQLError ? each.originalError : each.cause) {
    if (each instanceof AgoraError) return each;
    if (isDatabaseAway(each)) return databaseIsAway();
  }
  return error;
}

export function rootCause(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? rootCause(error.originalError) : error;
}

/** The code that the client sees. */
export function codeOf(error: unknown): string {
  const found = telling(error);
  if (!(found instanceof GraphQLError)) return 'INTERNAL';
  if (GAVE_UP.test(found.message)) return 'LIMIT_EXCEEDED';
  return isPublic(found.extensions.code) ? found.extensions.code : 'INTERNAL';
}

const LONGEST = 500;
const PLACES = 10;

/** GraphQL's messages repeat what the client has sent, at full length and with the reason behind it. */
function shortened(message: string): string {
  if (message.length <= LONGEST) return message;
  const words = message.replaceAll(/(\S{60})\S{60,}/g, '$1…');
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1)}…`;
}

/** What may be said of an error to a client: the message of an expected one, else nothing but the request's id. */
export function publicError(error: unknown, requestId: string): GraphQLError {
  const code = codeOf(error);
  const { path, nodes, source, positions } = error instanceof GraphQLError ? error : new GraphQLError('');
  // With a path it comes from a room, and its positions are in a document that the client has never seen.
  const place = path ? { path } : { nodes: nodes?.slice(0, PLACES), source, positions: positions?.slice(0, PLACES) };
  if (code === 'INTERNAL') {
    const message = `Something failed on our side. Tell us the request id ${requestId}.`;
    return new GraphQLError(message, { ...place, extensions: { code, requestId } });
  }
  const { message, extensions } = telling(error) as GraphQLError;
  const { serviceName: _room, http: _status, ...shown } = extensions;
  return new GraphQLError(shortened(message), { ...place, extensions: { ...shown, code } });
}

/** Makes errors fit for a client; what was not expected goes to the log in full. */
export type Mask = (errors: readonly unknown[], requestId: string) => GraphQLError[];

export const strictMask =
  (log: Logger): Mask =>
  (errors, requestId) =>
    errors.map((error) => {
      if (codeOf(error) === 'INTERNAL') {
        const path = error instanceof GraphQLError ? error.path : undefined;
        log.error({ err: rootCause(error), requestId, path }, 'an operation failed');
      }
      return publicError(error, requestId);
    });

/** In a trusted network: what a room or GraphQL says leaves as it was said, and only what failed in here is masked. */
export function frankMask(log: Logger): Mask {
  const mask = strictMask(log);
  return (errors, requestId) =>
    errors.flatMap((error) => {
      if (!(error instanceof GraphQLError) || !(rootCause(error) instanceof GraphQLError))
        return mask([error], requestId);
      const { message, path, nodes, source, positions, extensions } = error;
      const { serviceName: _room, http: _status, ...shown } = extensions;
      return new GraphQLError(message, { ...(path ? { path } : { nodes, source, positions }), extensions: shown });
    });
}

/** For an error that kept an operation from being executed at all: it decides the HTTP status of the answer. */
export function withStatus(error: GraphQLError): GraphQLError {
  const { message, path, nodes, source, positions, extensions } = error;
  const { retryAfter } = extensions;
  const headers = new Map(typeof retryAfter === 'number' ? [['retry-after', String(retryAfter)]] : []);
  const http = { status: STATUS[codeOf(error)] ?? 400, headers };
  return new GraphQLError(message, { path, nodes, source, positions, extensions: { ...extensions, http } });
}

/** The body of an answer that no GraphQL execution stands behind. */
export const errorBody = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });
