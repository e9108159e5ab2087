import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export async function serve(handle: RequestListener, port = 0) {
  const server = createServer(handle);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

export async function bodyOf(request: AsyncIterable<unknown>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

export type Called = {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: { action: string; [name: string]: unknown };
};

/** What the router answers a call with; `cut` ends the connection instead. */
export type Reply = { status: number; headers?: Record<string, string> } | 'cut';

export const PROTOCOL = { 'subscription-protocol': 'callback/1.0' };
const REPLIES: Record<string, Reply> = {
  check: { status: 204, headers: PROTOCOL },
  next: { status: 200 },
  complete: { status: 202 },
};

/** The callback endpoint of a router, over real HTTP: it notes how it is called, and answers as it is told. */
export async function startRouter() {
  const calls: Called[] = [];
  const events = new EventEmitter();
  let reply = (_call: Called): Reply | undefined => undefined;
  const { origin, stop } = await serve((request, response) => {
    void bodyOf(request).then((text) => {
      const call = { path: request.url ?? '', headers: request.headers, body: JSON.parse(text) as Called['body'] };
      const answer = reply(call) ?? REPLIES[call.body.action] ?? { status: 400 };
      calls.push(call);
      events.emit('call');
      if (answer === 'cut') return request.socket.destroy();
      return response.writeHead(answer.status, answer.headers).end();
    });
  });
  const count = (action: string) => calls.filter(({ body }) => body.action === action).length;
  return {
    origin,
    stop,
    calls,
    count,
    actions: () => calls.map(({ body }) => body.action),
    payloads: () => calls.flatMap(({ body }) => (body.action === 'next' ? [body.payload] : [])),
    /** From now on calls are answered so; undefined is as the protocol says. */
    answer: (to: typeof reply) => void (reply = to),
    async heard(action: string, times = 1): Promise<void> {
      while (count(action) < times) await once(events, 'call');
    },
  };
}
export type Router = Awaited<ReturnType<typeof startRouter>>;
