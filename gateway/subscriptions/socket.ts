import { CloseCode, type Server } from 'graphql-ws';
import type { Logger } from 'pino';
import type { RawData, WebSocket } from 'ws';
import { LIVE_CLOSE, type LiveLimits } from './limits';
import { outbox, type Outbox } from './outbox';
import { closeWith, type Extra } from './session';
import type { Tally } from './tally';

const asText = (message: RawData): string =>
  (Array.isArray(message) ? Buffer.concat(message) : Buffer.from(message as Buffer)).toString();

const KEEP_ALIVE = 12_000;

/** Ends a socket whose other side no longer answers, and one that nobody uses. */
function keepAlive(socket: WebSocket, idle: number, isUsed: () => boolean): void {
  let answered = true;
  let usedAt = performance.now();
  socket.on('pong', () => (answered = true));
  socket.on('message', () => (usedAt = performance.now()));
  const check = () => {
    if (!answered) return socket.terminate();
    if (isUsed()) usedAt = performance.now();
    if (performance.now() - usedAt >= idle) return closeWith(socket, LIVE_CLOSE.idle, 'Nothing was asked for long.');
    answered = false;
    socket.ping();
  };
  const timer = setInterval(check, Math.min(KEEP_ALIVE, idle));
  socket.once('close', () => clearInterval(timer));
}

/** All that leaves by a socket. `ws` cuts off who is sent away and does not take that either. */
export function socketOutbox(socket: WebSocket, limits: LiveLimits, tally: Tally): Outbox {
  return outbox(
    {
      buffered: () => socket.bufferedAmount,
      write(text, sent) {
        if (socket.readyState === socket.OPEN) socket.send(text, sent);
      },
    },
    limits.slow,
    () =>
      closeWith(socket, LIVE_CLOSE.slow, 'More came than was taken. Come back, from the last cursor if there is one.'),
    tally,
  );
}

/** One message that is no event: it waits for its turn, so that a slow client slows its own queries. */
async function sendInTurn(way: Outbox, text: string): Promise<void> {
  for (let relief = way.relief(); relief; relief = way.relief()) await relief;
  way.send('', text);
}

export type SocketOptions = {
  readonly log: Logger;
  readonly limits: LiveLimits;
  /** Answers the payload of the pong. */
  readonly onPing: (extra: Extra, payload: Record<string, unknown> | undefined) => Promise<object | undefined>;
};

/**
 * Ties a socket to the protocol. graphql-ws has the same for `ws`, but writes to the console what clients can cause, and
 * tells them what went wrong inside.
 */
export function connectSocket(protocol: Server<Extra>, extra: Extra, { log, limits, onPing }: SocketOptions): void {
  const { socket, outbox: way } = extra;
  const fail = (error: unknown) => {
    log.error({ err: error }, 'a WebSocket failed');
    socket.close(CloseCode.InternalServerError, 'Internal server error');
  };
  // A message that is too large, a broken frame: `ws` closes the socket with the code that fits.
  socket.on('error', (error) => log.debug({ err: error }, 'a client broke the WebSocket protocol'));
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (data) => sendInTurn(way, data),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (handle) => socket.on('message', (message) => void handle(asText(message)).catch(fail)),
      async onPing(given) {
        const payload = await onPing(extra, given);
        await sendInTurn(way, JSON.stringify({ type: 'pong', payload }));
      },
    },
    extra,
  );
  keepAlive(socket, limits.idle, () => Object.keys(extra.connection?.subscriptions ?? {}).length > 0);
  socket.once('close', (code, reason) => {
    way.close();
    void closed(code, String(reason)).catch(fail);
  });
}
