import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { CloseCode, type Context, type SubscribePayload } from 'graphql-ws';
import { getOperationAST, GraphQLError, type DocumentNode, type ExecutionArgs } from 'graphql';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { Clock } from '../../platform/kernel/clock';
import { AgoraError } from '../../platform/kernel/errors';
import { newTrace, requestIdOf, type Fields, type RequestContext, type Settle } from '../context';
import type { OperationRequest, Operations } from '../operations';
import { codeOf, maskErrors } from '../protection/errors';

/** What live clients are served with, over WebSocket and SSE alike. */
export type LiveOptions = {
  readonly operations: Operations;
  readonly settle: Settle;
  /** Parses and validates. @throws AggregateError with the reasons */
  readonly read: (source: string) => DocumentNode;
  readonly log: Logger;
  readonly clock: Clock;
};

export const MAX_OPERATIONS = 100;

export type Extra = {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  session?: RequestContext;
  expiry?: NodeJS.Timeout;
};
export type Connection = Context<Record<string, unknown> | undefined, Extra>;
export type PreparedArgs = ExecutionArgs & {
  readonly contextValue: { readonly request: OperationRequest; readonly context: RequestContext };
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
export async function introduce(connection: Connection, { settle, clock, log }: LiveOptions): Promise<boolean> {
  const { extra } = connection;
  try {
    const fields = fieldsOf(connection);
    extra.session = await settle(fields, requestIdOf(fields));
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
  trace: { ...newTrace(), tenant: session.trace.tenant, userId: session.trace.userId },
});

/** An operation with everything that running it takes, or the errors it is refused with. */
export function prepare(
  { subscriptions, extra }: Connection,
  { query, variables, operationName }: SubscribePayload,
  { read, operations, log }: LiveOptions,
): PreparedArgs | GraphQLError[] {
  const requestId = randomUUID();
  try {
    if (Object.keys(subscriptions).length > MAX_OPERATIONS) {
      throw new AgoraError('LIMIT_EXCEEDED', `A socket carries at most ${MAX_OPERATIONS} operations at a time.`);
    }
    const document = read(query);
    const definition = getOperationAST(document, operationName);
    if (!definition) {
      throw new GraphQLError('Name the operation to run.', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
    }
    const context = contextOf(extra.session as RequestContext, requestId);
    const request = { source: query, document, definition, variables };
    return { schema: operations.schema, document, operationName, contextValue: { request, context } };
  } catch (error) {
    return maskErrors(error instanceof AggregateError ? error.errors : [error], requestId, log);
  }
}
