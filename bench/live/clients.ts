import { once } from 'node:events';
import { WebSocket } from 'ws';
import { now } from './gateway';

// The process with all the clients: each a socket of its own with one subscription.

const QUERY = 'subscription Watch($id: ID!) { reviewed(bookId: $id) { stars book { id title } } }';
const STARS = /"stars":(\d+)/;

export type Heard = { readonly event: number; readonly times: readonly number[] };

async function open(url: string, hear: (event: number) => void): Promise<WebSocket> {
  const socket = new WebSocket(`${url}/graphql`, 'graphql-transport-ws', { perMessageDeflate: false });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await once(socket, 'message');
  socket.send(
    JSON.stringify({ type: 'subscribe', id: crypto.randomUUID(), payload: { query: QUERY, variables: { id: '1' } } }),
  );
  socket.on('message', (data) => hear(Number(STARS.exec((data as Buffer).toString())?.[1])));
  return socket;
}

async function main(address: string, clients: number): Promise<void> {
  process.on('disconnect', () => process.exit());
  const times = new Map<number, number[]>();
  const hear = (event: number) => {
    const known = times.get(event) ?? [];
    times.set(event, known);
    if (known.push(now()) < clients) return;
    times.delete(event);
    process.send?.({ event, times: known } satisfies Heard);
  };
  for (let opened = 0; opened < clients; opened++) await open(address, hear);
  process.send?.('ready');
}

const [, , role, url = '', count] = process.argv;
if (role === 'clients') void main(url, Number(count));
