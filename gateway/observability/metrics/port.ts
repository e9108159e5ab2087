import { createServer } from 'node:http';
import type { Logger } from 'pino';
import { listen } from '../../http/frontDoor';
import type { Metrics } from './metrics';

export type MetricsPort = { readonly url: string; stop(): Promise<void> };

/** Serves `/metrics` to Prometheus, and `/health`. @throws what listening throws, such as EADDRINUSE */
export async function openMetricsPort(
  { read, contentType }: Pick<Metrics, 'read' | 'contentType'>,
  { port, host, log }: { port: number; host: string; log: Logger },
): Promise<MetricsPort> {
  const server = createServer((request, response) => {
    const answer = (status: number, type: string, body: string) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
      response.end(body);
    };
    const path = request.url?.split('?', 1)[0];
    if (path === '/health') return answer(200, 'application/json; charset=utf-8', '{"status":"ready"}');
    if (path !== '/metrics') return answer(404, 'text/plain; charset=utf-8', 'Metrics are at /metrics.\n');
    read().then(
      (text) => answer(200, contentType, text),
      (error: unknown) => {
        log.error({ err: error }, 'metrics could not be read');
        answer(500, 'text/plain; charset=utf-8', 'The metrics could not be read; the log says why.\n');
      },
    );
  });
  const url = await listen(server, port, host);
  return {
    url,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
