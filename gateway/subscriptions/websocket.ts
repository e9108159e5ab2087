import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { CloseCode, handleProtocols, makeServer, type OperationResult } from 'graphql-ws';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import type { RequestContext } from '../context';
import { countRefusals } from '../protection/counters';
import { codeOf } from '../protection/errors';
import { tooMany } from '../protection/rates/crowd';
import { LIVE_CLOSE } from './limits';
import { answerPing } from './renewal';
import { closeWith, introduce, prepare, type Extra, type LiveOptions, type PreparedArgs } from './session';
import { connectSocket, socketOutbox } from './socket';
import { subscribeSocket } from './socketSubscription';

function logOperation({ envelope, trace }: RequestContext, startedAt: number, log: Logger): void {
  const { operationName, operationType, tenant, userId, codes } = trace;
  const durationMs = Math.round((performance.now() - startedAt) * 100) / 100;
  const what = { requestId: envelope.requestId, operationName, operationType, tenant, userId, durationMs };
  log.info({ ...what, ...(codes.size > 0 && { codes: [...codes] }) }, 'operation over WebSocket');
}

type Run = (args: PreparedArgs['contextValue']) => Promise<Awaited<OperationResult>>;

const logged =
  (run: Run, { log, counters, observer }: LiveOptions) =>
  async (args: ExecutionArgs): Promise<Awaited<OperationResult>> => {
    const prepared = (args as PreparedArgs).contextValue;
    const startedAt = performance.now();
    const answer = await run(prepared);
    const { context } = prepared;
    logOperation(context, startedAt, log);
    countRefusals(counters, context.trace.codes);
    observer.end?.(context.trace, { protocol: 'websocket', milliseconds: performance.now() - startedAt });
    return answer;
  };

/** A query or a mutation. */
async function answerOperation(
  { operations, request, context }: PreparedArgs['contextValue'],
  { crowd, mask }: LiveOptions,
): Promise<ExecutionResult> {
  const leave = crowd.enter();
  if (leave) return operations.execute(request, context).finally(leave);
  const refusal = tooMany(crowd.retryAfter());
  context.trace.codes.add(codeOf(refusal));
  return { errors: mask([refusal], context.envelope.requestId) };
}

const protocolFor = (options: LiveOptions) =>
  makeServer<Record<string, unknown> | undefined, Extra>({
    connectionInitWaitTimeout: options.limits.introduction,
    onConnect: (connection) => introduce(connection, options),
    onSubscribe: (connection, id, payload) => prepare(connection, id, payload, options),
    execute: logged((prepared) => answerOperation(prepared, options), options),
    subscribe: logged((prepared) => subscribeSocket(prepared, options), options),
    onClose({ extra }) {
      clearTimeout(extra.expiry);
      extra.leave?.();
    },
  });

/** Codes that are counted by themselves: clients may send any other. */
const CLOSES = new Set<unknown>([
  1000,
  1001,
  1005,
  1006,
  1009,
  ...Object.values(CloseCode),
  ...Object.values(LIVE_CLOSE),
]);

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => {});
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** A client hears the code that its subprotocol is refused with only if the handshake takes one of those that it offered. */
const takeProtocol = (offered: Set<string>): string | false => handleProtocols(offered) || ([...offered][0] ?? false);

/** graphql-ws on the path of `/graphql`: subscriptions, and queries and mutations, too. */
export function serveWebSocket(options: LiveOptions) {
  const protocol = protocolFor(options);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: options.limits.message,
    perMessageDeflate: false,
    handleProtocols: takeProtocol,
  });
  const pong = async ({ connection }: Extra, payload: Record<string, unknown> | undefined) =>
    connection ? answerPing(connection, payload, options) : payload;

  /** A browser is told nothing of a handshake that failed: whoever is one too many gets in, and a code. */
  function welcome(socket: WebSocket, request: IncomingMessage): void {
    const address = options.from(request.headers, request.socket.remoteAddress);
    socket.once('close', (code) => options.counters.add('closed', CLOSES.has(code) ? String(code) : 'other'));
    const leave = options.addresses(address ?? '');
    if (!leave) return closeWith(socket, LIVE_CLOSE.tooMany, 'Too many sockets of one address.');
    socket.once('close', leave);
    const way = socketOutbox(socket, options.limits, options.tally);
    const extra = { socket, request, address, outbox: way, live: new Set<never>() };
    connectSocket(protocol, extra, { ...options, onPing: pong });
  }

  return {
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      if (request.url?.split('?', 1)[0] !== '/graphql') return refuse(socket, '404 Not Found');
      if (sockets.clients.size >= options.limits.sockets) {
        options.counters.add('refused', 'UNAVAILABLE');
        return refuse(socket, '503 Service Unavailable');
      }
      return sockets.handleUpgrade(request, socket, head, (client) => welcome(client, request));
    },
    /** How many are open. */
    sockets: () => sockets.clients.size,
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
