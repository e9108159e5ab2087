import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { TestEdge } from '../edge';
import { until } from './until';

export const STARS = 'subscription Stars($id: ID!) { reviewed(bookId: $id) { stars } }';
export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

type Message = { type: string; id?: string; payload?: unknown };

/** A socket without a client that knows the protocol. */
export async function rawSocket({ wsUrl }: Pick<TestEdge, 'wsUrl'>) {
  const socket = new WebSocket(`${wsUrl}/graphql`, 'graphql-transport-ws');
  const messages: Message[] = [];
  socket.on('message', (data) => messages.push(JSON.parse((data as Buffer).toString()) as Message));
  const closed = once(socket, 'close') as Promise<[number, Buffer]>;
  await once(socket, 'open');
  const send = (message: object) => socket.send(JSON.stringify(message));
  const heard = (type: string) => messages.filter((message) => message.type === type);
  return {
    socket,
    messages,
    heard,
    send,
    closed: closed.then(([code, reason]) => [code, String(reason)] as const),
    async introduce(payload: object = {}) {
      send({ type: 'connection_init', payload });
      await until(() => heard('connection_ack').length > 0);
    },
    subscribe: (id: string, bookId: string, query = STARS) =>
      send({ type: 'subscribe', id, payload: { query, variables: { id: bookId } } }),
  };
}
