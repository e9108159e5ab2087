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
import { countRefusals, type Counters } from '../protection/counters';
import { codeOf, type Mask } from '../protection/errors';
import type { ClientAddress } from '../protection/rates/address';
import type { Crowd } from '../protection/rates/crowd';
import type { ResolveDocument } from '../protection/persisted/persisted';
import type { Observer } from '../observability/observer';
import type { Snapshot } from '../snapshot';
import type { Attendance } from './attendance';
import { LIVE_CLOSE, type LiveLimits } from './limits';
import type { Outbox } from './outbox';
import type { Subscribe } from './sharing/sources';
import type { Tally } from './tally';

/** What live clients are served with, over WebSocket and SSE alike. */
export type LiveOptions = {
  /** What is served now; an operation stays with the one that it began with. */
  readonly current: () => Pick<Snapshot, 'operations' | 'read'>;
  readonly settle: Settle;
  /** Where a request comes from. */
  readonly from: ClientAddress;
  readonly resolve: ResolveDocument;
  readonly mask: Mask;
  readonly counters: Counters;
  readonly tally: Tally;
  readonly observer: Pick<Observer, 'begin' | 'end'>;
  readonly limits: LiveLimits;
  readonly subscribe: Subscribe;
  /** Queries and mutations that are under way at once. */
  readonly crowd: Crowd;
  /** Counts sockets and streams of one address. */
  readonly addresses: Attendance;
  /** Counts sockets and streams of one user. */
  readonly users: Attendance;
  readonly log: Logger;
  readonly clock: Clock;
};

/** What is known of a socket. */
export type Extra = {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  readonly outbox: Outbox;
  /** Where it comes from; undefined for this machine itself. */
  readonly address: string | undefined;
  /** Subscriptions that run, each with the way to end it. */
  readonly live: Set<(errors: readonly GraphQLError[]) => void>;
  connection?: Connection;
  session?: RequestContext;
  expiry?: NodeJS.Timeout;
  leave?: () => void;
};
export type Connection = Context<Record<string, unknown> | undefined, Extra>;
export type PreparedArgs = ExecutionArgs & {
  readonly contextValue: {
    readonly operations: Operations;
    readonly request: OperationRequest;
    readonly context: RequestContext;
    readonly id: string;
    readonly extra: Extra;
  };
};

/** Headers of the handshake, and over them what the client gives as connection parameters. */
export function fieldsOf({ connectionParams, extra }: Connection): Fields {
  const given = Object.entries(connectionParams ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name.toLowerCase(), value]] : [],
  );
  return { ...extra.request.headers, ...Object.fromEntries(given) };
}

/** A reason may have 123 bytes. */
export const closeWith = (socket: WebSocket, code: number, reason: string): void =>
  socket.close(code, reason.slice(0, 120));

/** The longest time that a timer can be set to. */
const LONGEST = 2 ** 31 - 1;

/** From now on this is who asks, until the token ends. */
export function begin(extra: Extra, session: RequestContext, clock: Clock): void {
  extra.session = session;
  clearTimeout(extra.expiry);
  if (!session.expiresAt) return;
  const left = session.expiresAt.getTime() - clock.now().getTime();
  const end = () => closeWith(extra.socket, CloseCode.Forbidden, 'The access token has expired.');
  extra.expiry = setTimeout(end, Math.min(left, LONGEST)).unref();
}

/** Counts a user's sockets. A guest is nobody in particular: only the address counts. */
function takePlace(extra: Extra, { envelope }: RequestContext, { users }: LiveOptions): boolean {
  const { identity, tenant } = envelope;
  if (identity.kind !== 'user') return true;
  extra.leave = users(`${tenant}/${identity.id}`);
  return extra.leave !== undefined;
}

/** Lets a client in, or answers false, which closes its socket with 4403. */
export async function introduce(connection: Connection, options: LiveOptions): Promise<boolean> {
  const { extra } = connection;
  try {
    const fields = fieldsOf(connection);
    // The handshake's own headers tell the address: what a client says afterwards is no proxy's word.
    const session = await options.settle(fields, requestIdOf(fields), newTrace(extra.address));
    if (extra.socket.readyState !== extra.socket.OPEN) return false;
    if (!takePlace(extra, session, options)) {
      closeWith(extra.socket, LIVE_CLOSE.tooMany, 'Too many sockets of one user.');
      return false;
    }
    extra.connection = connection;
    begin(extra, session, options.clock);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'INTERNAL') options.log.error({ err: error }, 'a client could not be let in');
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
export async function prepare(
  { subscriptions, extra }: Connection,
  id: string,
  { query: given, extensions, variables, operationName }: SubscribePayload,
  { current, resolve, mask, counters, limits, observer }: LiveOptions,
): Promise<PreparedArgs | GraphQLError[]> {
  const requestId = randomUUID();
  const context = contextOf(extra.session as RequestContext, requestId);
  const { trace } = context;
  const begunAt = performance.now();
  observer.begin?.(trace, { protocol: 'websocket', fields: extra.request.headers });
  try {
    if (Object.keys(subscriptions).length > limits.operations) {
      throw new AgoraError('LIMIT_EXCEEDED', `A socket carries at most ${limits.operations} operations at a time.`);
    }
    const query = (await resolve({ query: given, extensions })) ?? '';
    const { read, operations } = current();
    const document = read(query, trace);
    const definition = getOperationAST(document, operationName);
    if (!definition) {
      throw new GraphQLError('Name the operation to run.', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
    }
    const request = { source: query, document, definition, variables };
    return {
      schema: operations.schema,
      document,
      operationName,
      contextValue: { operations, request, context, id, extra },
    };
  } catch (error) {
    const errors = mask(error instanceof AggregateError ? error.errors : [error], requestId);
    for (const each of errors) trace.codes.add(codeOf(each));
    countRefusals(counters, trace.codes);
    observer.end?.(trace, { protocol: 'websocket', milliseconds: performance.now() - begunAt });
    return errors;
  }
}
