import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { CloseCode, handleProtocols, makeServer, type Context, type SubscribePayload } from 'graphql-ws';
import { getOperationAST, GraphQLError, type ExecutionArgs } from 'graphql';
import type { Logger } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Clock } from '../../platform/kernel/clock';
import { AgoraError } from '../../platform/kernel/errors';
import { newTrace, requestIdOf, type Fields, type RequestContext, type Settle } from '../context';
import type { OperationRequest, Operations } from '../operations';
import { codeOf, maskErrors } from '../protection/errors';
import { connectSocket } from './socket';

export const SOCKET_LIMITS = {
  /** Bytes of one message. */
  message: 64 * 1024,
  /** Milliseconds until a client must have introduced itself. */
  introduction: 5_000,
  subscriptions: 100,
  sockets: 5_000,
} as const;

type Extra = {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  session?: RequestContext;
  expiry?: NodeJS.Timeout;
};
type Connection = Context<Record<string, unknown> | undefined, Extra>;
type Args = ExecutionArgs & { contextValue: { request: OperationRequest; context: RequestContext } };

export type SocketOptions = {
  readonly operations: Operations;
  readonly settle: Settle;
  readonly read: (source: string) => ExecutionArgs['document'];
  readonly log: Logger;
  readonly clock: Clock;
};

/** Headers of the handshake, and over them what the client gives as connection parameters. */
function fieldsOf({ connectionParams, extra }: Connection): Fields {
  const given = Object.entries(connectionParams ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name.toLowerCase(), value]] : [],
  );
  return { ...extra.request.headers, ...Object.fromEntries(given) };
}

const closeWith = (socket: WebSocket, code: number, reason: string) => socket.close(code, reason.slice(0, 120));

/** Lets a client in, or answers false, which closes its socket with 4403. */
async function introduce(connection: Connection, { settle, clock, log }: SocketOptions): Promise<boolean> {
  const { extra } = connection;
  try {
    const fields = fieldsOf(connection);
    const session = await settle(fields, requestIdOf(fields));
    extra.session = session;
    if (session.expiresAt) {
      const left = session.expiresAt.getTime() - clock.now().getTime();
      extra.expiry = setTimeout(
        () => closeWith(extra.socket, CloseCode.Forbidden, 'The access token has expired.'),
        left,
      );
      extra.expiry.unref();
    }
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'INTERNAL') log.error({ err: error }, 'a client could not be let in');
    else if (code !== 'UNAUTHENTICATED') closeWith(extra.socket, CloseCode.BadRequest, (error as Error).message);
    return false;
  }
}

/** An operation with everything that running it takes, or the errors it is refused with. */
function prepare(
  connection: Connection,
  payload: SubscribePayload,
  { read, operations, log }: SocketOptions,
): Args | GraphQLError[] {
  const session = connection.extra.session as RequestContext;
  const requestId = randomUUID();
  try {
    if (Object.keys(connection.subscriptions).length > SOCKET_LIMITS.subscriptions) {
      throw new AgoraError(
        'LIMIT_EXCEEDED',
        `A socket carries at most ${SOCKET_LIMITS.subscriptions} operations at a time.`,
      );
    }
    const document = read(payload.query);
    const operationName = payload.operationName ?? undefined;
    const definition = getOperationAST(document, operationName);
    if (!definition) {
      throw new GraphQLError('Name the operation to run.', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
    }
    const trace = { ...newTrace(), tenant: session.trace.tenant, userId: session.trace.userId };
    const context = { ...session, envelope: { ...session.envelope, requestId }, trace };
    const request = { source: payload.query, document, definition, variables: payload.variables };
    return { schema: operations.schema, document, operationName, contextValue: { request, context } };
  } catch (error) {
    return maskErrors(error instanceof AggregateError ? error.errors : [error], requestId, log);
  }
}

function logOperation({ envelope, trace }: RequestContext, startedAt: number, log: Logger): void {
  const { operationName, operationType, tenant, userId, codes } = trace;
  const durationMs = Math.round((performance.now() - startedAt) * 100) / 100;
  const what = { requestId: envelope.requestId, operationName, operationType, tenant, userId, durationMs };
  log.info({ ...what, ...(codes.size > 0 && { codes: [...codes] }) }, 'operation over WebSocket');
}

/** graphql-ws on the path of `/graphql`: subscriptions, and queries and mutations, too. */
export function serveWebSocket(options: SocketOptions) {
  const { operations, log } = options;
  const logged =
    (run: Operations['execute'] | Operations['subscribe']) =>
    async (args: ExecutionArgs): Promise<never> => {
      const { request, context } = (args as Args).contextValue;
      const startedAt = performance.now();
      const answer = await run(request, context);
      logOperation(context, startedAt, log);
      return answer as never;
    };
  const protocol = makeServer<Record<string, unknown> | undefined, Extra>({
    connectionInitWaitTimeout: SOCKET_LIMITS.introduction,
    onConnect: (connection) => introduce(connection, options),
    onSubscribe: (connection, _id, payload) => prepare(connection, payload, options),
    execute: logged(operations.execute),
    subscribe: logged(operations.subscribe),
    onClose: ({ extra }) => clearTimeout(extra.expiry),
  });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: SOCKET_LIMITS.message,
    perMessageDeflate: false,
    handleProtocols,
  });

  return {
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      if (request.url?.split('?', 1)[0] !== '/graphql') return refuse(socket, '404 Not Found');
      if (sockets.clients.size >= SOCKET_LIMITS.sockets) return refuse(socket, '503 Service Unavailable');
      sockets.handleUpgrade(request, socket, head, (client) =>
        connectSocket(protocol, client, { socket: client, request }, log),
      );
    },
    /** Sends every client away; a good one comes back to another process. */
    stop(): void {
      for (const client of sockets.clients) closeWith(client, 1001, 'Agora is stopping.');
    },
  };
}

const refuse = (socket: Duplex, status: string): void => {
  socket.on('error', () => {});
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};
