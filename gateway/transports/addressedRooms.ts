import type { Logger } from 'pino';
import { unavailable } from '../../platform/kernel/errors';
import type { Rooms, Transport } from '../../platform/subgraph/transport';
import type { Graph } from '../supergraph/supergraph';
import { balanced } from './balanced';
import { httpTransport } from './http';
import { resilient, type BreakerState, type ResilientTransport } from './resilient';
import { resuming } from './resuming';
import type { HttpSettings } from './settings';

/** Where the copies of each room are: `http://host:port`. */
export type Addresses = Readonly<Record<string, readonly string[]>>;

/** Rooms at addresses that settings name, each in one copy or more. */
export type AddressedRooms = {
  readonly rooms: Rooms;
  /** The same, but a subscription outlives its connection. */
  roomsOf(graph: Pick<Graph, 'apiSchema'>): Rooms;
  breakers(): ReadonlyMap<string, BreakerState>;
  stop(): Promise<void>;
};

const PATH = '/graphql';

/** Two and a half times as long as our rooms are silent (platform/service/streams.ts). */
const SILENCE = 30_000;

export function addressedRooms(addresses: Addresses, settings: HttpSettings, log: Logger): AddressedRooms {
  const stops: (() => Promise<void>)[] = [];

  function openCopy(room: string, address: string, isOneOfMany: boolean): ResilientTransport {
    const http = httpTransport({ silence: SILENCE, ...settings, room, url: new URL(PATH, address).href, log });
    stops.push(http.stop);
    // Of several copies another one is asked sooner than the same again, and one that has started is soon asked again.
    const ofMany = isOneOfMany ? { retries: 0, rest: 1_000 } : {};
    return resilient(http, { room, log, timeout: settings.headersTimeout + settings.bodyTimeout, ...ofMany });
  }

  const known = new Map<string, ResilientTransport>(
    Object.entries(addresses).map(([room, urls]) => [
      room,
      balanced(urls.map((url) => openCopy(room, url, urls.length > 1))),
    ]),
  );

  function rooms(room: string): Transport {
    const found = known.get(room);
    if (!found) throw unavailable(`The settings name no address for the room ${room}.`);
    return found;
  }

  return {
    rooms,
    roomsOf({ apiSchema: schema }) {
      const reached = new Map<string, Transport>();
      return (room) => {
        const found = reached.get(room) ?? resuming(rooms(room), { room, schema, log });
        reached.set(room, found);
        return found;
      };
    },
    breakers: () => new Map([...known].map(([room, transport]) => [room, transport.state()])),
    async stop() {
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}
