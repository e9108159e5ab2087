import { createClient, type Client } from 'graphql-ws/client';
import { WebSocket } from 'ws';
import type { RoomRequest, Transport } from '../../../platform/subgraph/transport';
import { socketOptions } from '../http/connecting';
import { listen } from './events';
import type { Address } from '../settings';

/** Subscriptions that share one socket; servers have limits, too. */
const MAX_SHARED = 50;
const KEEP_ALIVE = 12_000;

type Socket = { readonly client: Client; listeners: number };

const socketUrl = ({ url, subscriptionsPath }: Address): string => {
  const address = new URL(subscriptionsPath ?? url, url);
  address.protocol = address.protocol.replace('http', 'ws');
  return address.href;
};

/** A lost cable closes no socket: one that owes an answer to a ping is given up. */
function watchdog(terminate: () => void) {
  let overdue: NodeJS.Timeout | undefined;
  return {
    ping(received: boolean) {
      if (!received) overdue = setTimeout(terminate, KEEP_ALIVE).unref();
    },
    pong: () => clearTimeout(overdue),
    closed: () => clearTimeout(overdue),
  };
}

function openClient(address: Address, headers: Record<string, string>): Client {
  const { connectTimeout: handshakeTimeout, maxAnswer: maxPayload } = address;
  class Upstream extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, {
        ...socketOptions(address),
        headers,
        handshakeTimeout,
        maxPayload,
        perMessageDeflate: false,
      });
    }
  }
  const client: Client = createClient({
    url: socketUrl(address),
    webSocketImpl: Upstream,
    connectionParams: headers,
    connectionAckWaitTimeout: handshakeTimeout,
    keepAlive: KEEP_ALIVE,
    // Who reads the events decides what comes after a loss: this far down nobody knows what was missed.
    retryAttempts: 0,
    on: watchdog(() => client.terminate()),
  });
  return client;
}

/** Those with the same headers share sockets, for a room cannot tell them apart. */
function sharedSockets(address: Address) {
  const sockets = new Map<string, Socket[]>();
  return {
    take(headers: Record<string, string>) {
      const key = JSON.stringify(headers);
      const open = sockets.get(key) ?? [];
      sockets.set(key, open);
      const free = open.find(({ listeners }) => listeners < MAX_SHARED);
      const taken = free ?? { client: openClient(address, headers), listeners: 0 };
      if (!free) open.push(taken);
      taken.listeners++;
      const giveBack = () => {
        if (--taken.listeners > 0) return;
        open.splice(open.indexOf(taken), 1);
        if (open.length === 0 && sockets.get(key) === open) sockets.delete(key);
      };
      return { client: taken.client, giveBack };
    },
    async stop() {
      for (const { client } of [...sockets.values()].flat()) await client.dispose();
    },
  };
}

/** Subscriptions over graphql-ws. */
export function websocketUpstream(address: Address) {
  const { room, log, headersOf } = address;
  const { pathname, search } = new URL(socketUrl(address));
  const opening = { room, method: 'GET', path: pathname + search, body: '' };
  const { take, stop } = sharedSockets(address);

  const subscribe: Transport['subscribe'] = async ({ query, operationName, variables, envelope }: RoomRequest) => {
    const { client, giveBack } = take(headersOf(envelope, opening));
    let dispose = () => {};
    let left = false;
    const leave = () => {
      if (!left) giveBack();
      left = true;
      dispose();
    };
    const { stream, sink } = listen(
      room,
      leave,
      (error) => log.warn({ err: error, room }, 'a subscription was lost'),
      false,
    );
    dispose = client.subscribe(
      { query, operationName, variables: { ...variables } },
      {
        next: sink.next,
        error: (error) => (sink.error(error), leave()),
        complete: () => (sink.complete(), leave()),
      },
    );
    return stream;
  };
  return { subscribe, stop };
}
