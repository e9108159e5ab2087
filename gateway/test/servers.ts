import { buildSubgraphSchema } from '@apollo/subgraph';
import { createHandler } from 'graphql-sse/lib/use/http';
import { useServer } from 'graphql-ws/use/ws';
import { graphql, parse, type GraphQLSchema } from 'graphql';
import { once, type EventEmitter } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer } from 'ws';

type Body = { query: string; variables?: Record<string, unknown>; operationName?: string };

/** Hears from the moment it is made until it is left, as a generator would not while it waits. */
export function hear<T, Event>(events: EventEmitter, name: string, map: (value: T) => Event) {
  const pending: T[] = [];
  let wake = () => {};
  let left = false;
  const note = (value: T) => (pending.push(value), wake());
  events.on(name, note);
  return {
    async next() {
      while (pending.length === 0 && !left) await new Promise<void>((resolve) => (wake = resolve));
      return left ? { value: undefined, done: true } : { value: map(pending.shift() as T), done: false };
    },
    async return() {
      left = true;
      events.off(name, note);
      wake();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** What a room was asked over HTTP. */
export type Asked = Body & { readonly headers: IncomingHttpHeaders };

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@shareable"])';

export const subgraph = (typeDefs: string, resolvers: object): GraphQLSchema =>
  buildSubgraphSchema({ typeDefs: parse(`${FEDERATION}\n${typeDefs}`), resolvers: resolvers as never });

export const withFederation = (typeDefs: string): string => `${FEDERATION}\n${typeDefs}`;

async function bodyOf(request: AsyncIterable<unknown>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** An HTTP server on a free port that can be told to misbehave. */
type Handle = (...visit: Parameters<RequestListener>) => unknown;

export async function startServer(handle: Handle, port = 0) {
  const server = createServer((request, response) => void handle(request, response));
  const connections = new Set<Socket>();
  let opened = 0;
  server.on('connection', (socket: Socket) => {
    opened++;
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const actual = (server.address() as AddressInfo).port;
  return {
    server,
    port: actual,
    url: `http://127.0.0.1:${actual}/graphql`,
    connections,
    opened: () => opened,
    async stop() {
      server.closeAllConnections();
      for (const socket of connections) socket.destroy();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A room as another team would run it: GraphQL over HTTP, graphql-ws on the same path, graphql-sse on /stream. */
export async function startRoom(schema: GraphQLSchema, port = 0) {
  const asked: Asked[] = [];
  const handshakes: { headers: IncomingHttpHeaders; params: unknown }[] = [];
  const stream = createHandler({
    schema,
    authenticate: () => null,
    onSubscribe: (_request, { query }) =>
      query.includes('refused')
        ? [
            JSON.stringify({ errors: [{ message: 'Not for you.', extensions: { code: 'FORBIDDEN' } }] }),
            { status: 403, statusText: '' },
          ]
        : undefined,
  });
  const room = await startServer(async (request, response) => {
    if (request.url === '/stream') return stream(request, response);
    const body = JSON.parse(await bodyOf(request)) as Body;
    asked.push({ ...body, headers: request.headers });
    const { query: source, variables: variableValues, operationName } = body;
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify(await graphql({ schema, source, variableValues, operationName, contextValue: request.headers })),
    );
  }, port);
  const sockets = new WebSocketServer({ server: room.server, path: '/graphql' });
  useServer(
    {
      schema,
      onConnect: ({ connectionParams, extra }) =>
        void handshakes.push({ headers: extra.request.headers, params: connectionParams }),
    },
    sockets,
  );
  return {
    ...room,
    asked,
    handshakes,
    sockets,
    async stop() {
      for (const client of sockets.clients) client.terminate();
      await room.stop();
    },
  };
}
export type TestRoom = Awaited<ReturnType<typeof startRoom>>;
