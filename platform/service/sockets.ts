import { GraphQLError, parse, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Envelope } from '../identity/envelope';
import type { RoomRequest } from '../subgraph/transport';
import type { Served } from './served';

/** Operations over graphql-ws. Whoever opened a socket stands behind all that is asked on it. */
export type Sockets = {
  take(request: IncomingMessage, socket: Duplex, head: Buffer, envelope: Envelope): void;
  /** Closes all with 1001, so that who reads them begins anew elsewhere. */
  stop(): Promise<void>;
};

const LARGEST_MESSAGE = 16 * 1024 * 1024;

type Asked = Pick<RoomRequest, 'query'> & {
  readonly operationName?: string | null;
  readonly variables?: RoomRequest['variables'] | null;
};

function argsOf(room: Served['room'], asked: Asked, envelope: Envelope): ExecutionArgs | readonly GraphQLError[] {
  const { query, operationName, variables } = asked;
  const request: RoomRequest = {
    query,
    operationName: operationName ?? undefined,
    variables: variables ?? undefined,
    envelope,
  };
  try {
    return { schema: room.schema, document: parse(query), operationName, contextValue: request };
  } catch (error) {
    return [error as GraphQLError];
  }
}

/** Thrown, it would end all that runs on the socket. */
const asResult = (thrown: unknown): ExecutionResult => ({
  errors: [thrown instanceof GraphQLError ? thrown : new GraphQLError('', { originalError: thrown as Error })],
});

export function openSockets({ room, tell }: Pick<Served, 'room' | 'tell'>): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE, perMessageDeflate: false });
  const envelopes = new WeakMap<IncomingMessage, Envelope>();
  const requestOf = ({ contextValue }: { contextValue?: unknown }) => contextValue as RoomRequest;
  const serving = useServer(
    {
      onSubscribe: ({ extra }, _id, payload) => argsOf(room, payload, envelopes.get(extra.request) as Envelope),
      execute: (args) => room.execute(requestOf(args)).catch(asResult),
      subscribe: (args) => room.subscribe(requestOf(args)).catch(asResult),
      onNext: (_context, _id, _payload, args, { data, errors }) =>
        errors && { data, errors: tell(errors, requestOf(args).envelope.requestId) },
      onError: ({ extra }, _id, _payload, errors) => tell(errors, envelopes.get(extra.request)?.requestId ?? ''),
    },
    server,
  );
  return {
    take(request, socket, head, envelope) {
      envelopes.set(request, envelope);
      server.handleUpgrade(request, socket, head, (opened) => server.emit('connection', opened, request));
    },
    stop: async () => serving.dispose(),
  };
}
