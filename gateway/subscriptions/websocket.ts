import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, makeServer, type OperationResult } from 'graphql-ws';
import type { ExecutionArgs } from 'graphql';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import type { RequestContext } from '../context';
import type { Operations } from '../operations';
import { closeWith, introduce, prepare, type Extra, type LiveOptions, type PreparedArgs } from './session';
import { connectSocket } from './socket';

function logOperation({ envelope, trace }: RequestContext, startedAt: number, log: Logger): void {
  const { operationName, operationType, tenant, userId, codes } = trace;
  const durationMs = Math.round((performance.now() - startedAt) * 100) / 100;
  const what = { requestId: envelope.requestId, operationName, operationType, tenant, userId, durationMs };
  log.info({ ...what, ...(codes.size > 0 && { codes: [...codes] }) }, 'operation over WebSocket');
}

const logged =
  (kind: keyof Pick<Operations, 'execute' | 'subscribe'>, log: Logger) =>
  async (args: ExecutionArgs): Promise<Awaited<OperationResult>> => {
    const { operations, request, context } = (args as PreparedArgs).contextValue;
    const startedAt = performance.now();
    const answer = await operations[kind](request, context);
    logOperation(context, startedAt, log);
    return answer;
  };

const protocolFor = (options: LiveOptions) =>
  makeServer<Record<string, unknown> | undefined, Extra>({
    connectionInitWaitTimeout: options.limits.introduction,
    onConnect: (connection) => introduce(connection, options),
    onSubscribe: (connection, _id, payload) => prepare(connection, payload, options),
    execute: logged('execute', options.log),
    subscribe: logged('subscribe', options.log),
    onClose: ({ extra }) => clearTimeout(extra.expiry),
  });

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => {});
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** graphql-ws on the path of `/graphql`: subscriptions, and queries and mutations, too. */
export function serveWebSocket(options: LiveOptions) {
  const protocol = protocolFor(options);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: options.limits.message,
    perMessageDeflate: false,
    handleProtocols,
  });
  return {
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      if (request.url?.split('?', 1)[0] !== '/graphql') return refuse(socket, '404 Not Found');
      if (sockets.clients.size >= options.limits.sockets) return refuse(socket, '503 Service Unavailable');
      return sockets.handleUpgrade(request, socket, head, (client) =>
        connectSocket(protocol, client, { socket: client, request }, options.log),
      );
    },
    /** Sends every client away; a good one comes back to another process. */
    sendAway(): void {
      for (const client of sockets.clients) closeWith(client, 1001, 'Agora is stopping.');
    },
    /** Cuts off who has not gone. */
    stop(): void {
      for (const client of sockets.clients) client.terminate();
    },
  };
}
