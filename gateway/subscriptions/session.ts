import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { CloseCode, type Context, type SubscribePayload } from 'graphql-ws';
import { getOperationAST, GraphQLError, type ExecutionArgs } from 'graphql';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { Clock } from '../../platform/kernel/clock';
import { AgoraError } from '../../platform/kernel/errors';
import { newTrace, requestIdOf, type Fields, type RequestContext, type Settle } from '../context';
import type { OperationRequest, Operations } from '../operations';
import { codeOf, type Mask } from '../protection/errors';
import type { ClientAddress } from '../protection/rates/address';
import type { ResolveDocument } from '../protection/persisted/persisted';
import type { Snapshot } from '../snapshot';

/** What live clients are served with, over WebSocket and SSE alike. */
export type LiveOptions = {
  /** What is served now; an operation stays with the one that it began with. */
  readonly current: () => Pick<Snapshot, 'operations' | 'read'>;
  readonly settle: Settle;
  /** Where a request comes from. */
  readonly from: ClientAddress;
  readonly resolve: ResolveDocument;
  readonly mask: Mask;
  readonly limits: LiveLimits;
  readonly log: Logger;
  readonly clock: Clock;
};

export type LiveLimits = {
  /** Bytes of one message; 0 for any. */
  readonly message: number;
  /** Milliseconds until a client must have introduced itself. */
  readonly introduction: number;
  /** Operations at a time on one socket. */
  readonly operations: number;
  readonly sockets: number;
  /** Server-sent streams. */
  readonly streams: number;
};

export const SOCKET_LIMITS = {
  message: 64 * 1024,
  introduction: 5_000,
  operations: 100,
  sockets: 5_000,
  streams: 2_000,
} as const satisfies LiveLimits;

export const NO_LIVE_LIMITS: LiveLimits = {
  message: 0,
  introduction: 60_000,
  operations: Infinity,
  sockets: Infinity,
  streams: Infinity,
};

export type Extra = {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  session?: RequestContext;
  expiry?: NodeJS.Timeout;
};
export type Connection = Context<Record<string, unknown> | undefined, Extra>;
export type PreparedArgs = ExecutionArgs & {
  readonly contextValue: {
    readonly operations: Operations;
    readonly request: OperationRequest;
    readonly context: RequestContext;
  };
};

/** Headers of the handshake, and over them what the client gives as connection parameters. */
function fieldsOf({ connectionParams, extra }: Connection): Fields {
  const given = Object.entries(connectionParams ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name.toLowerCase(), value]] : [],
  );
  return { ...extra.request.headers, ...Object.fromEntries(given) };
}

/** A reason may have 123 bytes. */
export const closeWith = (socket: WebSocket, code: number, reason: string): void =>
  socket.close(code, reason.slice(0, 120));

function closeAtExpiry(extra: Extra, expiresAt: Date, clock: Clock): void {
  const left = expiresAt.getTime() - clock.now().getTime();
  const end = () => closeWith(extra.socket, CloseCode.Forbidden, 'The access token has expired.');
  extra.expiry = setTimeout(end, left).unref();
}

/** Lets a client in, or answers false, which closes its socket with 4403. */
export async function introduce(connection: Connection, { settle, from, clock, log }: LiveOptions): Promise<boolean> {
  const { extra } = connection;
  try {
    const fields = fieldsOf(connection);
    // The handshake's own headers: what a client says afterwards is no proxy's word.
    const address = from(extra.request.headers, extra.request.socket.remoteAddress);
    extra.session = await settle(fields, requestIdOf(fields), newTrace(address));
    if (extra.session.expiresAt) closeAtExpiry(extra, extra.session.expiresAt, clock);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'INTERNAL') log.error({ err: error }, 'a client could not be let in');
    else if (code !== 'UNAUTHENTICATED') closeWith(extra.socket, CloseCode.BadRequest, (error as Error).message);
    return false;
  }
}

/** An operation has the session's rights, and an id and a trace of its own. */
const contextOf = (session: RequestContext, requestId: string): RequestContext => ({
  ...session,
  envelope: { ...session.envelope, requestId },
  trace: { ...newTrace(session.trace.address), tenant: session.trace.tenant, userId: session.trace.userId },
});

/** An operation with everything that running it takes, or the errors it is refused with. */
export function prepare(
  { subscriptions, extra }: Connection,
  { query: given, extensions, variables, operationName }: SubscribePayload,
  { current, resolve, mask, limits }: LiveOptions,
): PreparedArgs | GraphQLError[] {
  const requestId = randomUUID();
  try {
    if (Object.keys(subscriptions).length > limits.operations) {
      throw new AgoraError('LIMIT_EXCEEDED', `A socket carries at most ${limits.operations} operations at a time.`);
    }
    const { read, operations } = current();
    const query = resolve({ query: given, extensions }) ?? '';
    const document = read(query);
    const definition = getOperationAST(document, operationName);
    if (!definition) {
      throw new GraphQLError('Name the operation to run.', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
    }
    const context = contextOf(extra.session as RequestContext, requestId);
    const request = { source: query, document, definition, variables };
    return { schema: operations.schema, document, operationName, contextValue: { operations, request, context } };
  } catch (error) {
    return mask(error instanceof AggregateError ? error.errors : [error], requestId);
  }
}
