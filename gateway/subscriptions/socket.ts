import { CloseCode, type Server } from 'graphql-ws';
import type { Logger } from 'pino';
import type { RawData, WebSocket } from 'ws';

const asText = (message: RawData): string =>
  (Array.isArray(message) ? Buffer.concat(message) : Buffer.from(message as Buffer)).toString();

const KEEP_ALIVE = 12_000;

/** Ends a socket whose other side no longer answers. */
function keepAlive(socket: WebSocket): void {
  let answered = true;
  socket.on('pong', () => (answered = true));
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, KEEP_ALIVE);
  socket.once('close', () => clearInterval(timer));
}

/**
 * Ties a socket to the protocol. graphql-ws has the same for `ws`, but writes to the console what clients can cause, and
 * tells them what went wrong inside.
 */
export function connectSocket<Extra>(protocol: Server<Extra>, socket: WebSocket, extra: Extra, log: Logger): void {
  const fail = (error: unknown) => {
    log.error({ err: error }, 'a WebSocket failed');
    socket.close(CloseCode.InternalServerError, 'Internal server error');
  };
  // A message that is too large, a broken frame: `ws` closes the socket with the code that fits.
  socket.on('error', (error) => log.debug({ err: error }, 'a client broke the WebSocket protocol'));
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (data) =>
        new Promise((resolve) => {
          if (socket.readyState !== socket.OPEN) return resolve();
          // Awaited, so that a slow client slows its own subscription; a lost one is told by 'close'.
          return socket.send(data, () => resolve());
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (handle) => socket.on('message', (message) => void handle(asText(message)).catch(fail)),
    },
    extra,
  );
  keepAlive(socket);
  socket.once('close', (code, reason) => void closed(code, String(reason)).catch(fail));
}
