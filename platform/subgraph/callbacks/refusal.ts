import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { AgoraError } from '../../kernel/errors';

/** Why a subscription is not taken on, or ends. `status` is that of the answer to the router. */
export type Refused = { readonly status: number; readonly errors: readonly GraphQLFormattedError[] };

/** A room's own answer to a subscription that it does not take on. */
export class RoomRefusal extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors.map(({ message }) => message).join('; '));
  }
}

/** What the router asks for cannot be. Meant for who runs it: no client of it could mend that. */
export class BadCallback extends Error {
  constructor(
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

// Never 200: a router may read no further than that.
const STATUS: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, UNAVAILABLE: 503, INTERNAL: 500 };

const masked = { message: 'Something failed in the room.', extensions: { code: 'INTERNAL' } };

/** What was thrown on purpose, or tells what is wrong with the operation; the rest goes to the log alone. */
function told(error: unknown, log: Logger): GraphQLFormattedError {
  const cause = error instanceof GraphQLError && error.originalError ? error.originalError : error;
  if (error instanceof GraphQLError && (cause instanceof AgoraError || cause === error)) return error.toJSON();
  log.error({ err: cause }, 'a subscription has failed');
  return masked;
}

/** Makes of anything thrown what a router may be told. */
export function refusalOf(error: unknown, log: Logger): Refused {
  if (error instanceof BadCallback) {
    const { status, message } = error;
    log.warn({ status, reason: message }, 'a subscription by callback is refused');
    return { status, errors: [{ message, extensions: { code: 'INTERNAL' } }] };
  }
  const errors = (error instanceof RoomRefusal ? error.errors : [error]).map((each) => told(each, log));
  return { status: STATUS[String(errors[0]?.extensions?.code)] ?? 400, errors };
}
