import type { Logger } from 'pino';
import { unavailable } from '../../platform/kernel/errors';
import type { Withdrawals } from '../../platform/redis/withdrawals';
import type { Rooms, Transport } from '../../platform/subgraph/transport';
import type { Graph } from '../supergraph/supergraph';
import { balanced } from './balanced';
import { httpTransport } from './http';
import { resilient, type BreakerState, type ResilientTransport } from './resilient';
import { resuming } from './resuming';
import type { HttpSettings } from './settings';
import { signOfLife } from './signOfLife';
import { watched } from './watched';
import { withdrawing, type WithdrawingTransport } from './withdrawing';

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

/** Milliseconds: less than a room that stops goes on turning requests away, so that none is written where it has just hung up. */
const IDLE = 500;

/** @param withdrawals takes back what may not be sent twice; then it goes on waiting, or fails, if not given */
export function addressedRooms(
  addresses: Addresses,
  settings: HttpSettings,
  log: Logger,
  withdrawals?: Withdrawals,
): AddressedRooms {
  const stops: (() => Promise<void>)[] = [];
  const timeout = settings.headersTimeout + settings.bodyTimeout;

  function openRoom(room: string, address: string): WithdrawingTransport {
    const url = new URL(PATH, address).href;
    const http = httpTransport({ silence: SILENCE, idle: IDLE, ...settings, room, url, log });
    stops.push(http.stop);
    return withdrawals ? withdrawing(http, { room, withdrawals, log }) : { ...http, withdraw() {} };
  }

  const openOnly = (room: string, address: string): ResilientTransport =>
    resilient(openRoom(room, address), { room, log, timeout });

  function openCopy(room: string, address: string): ResilientTransport {
    const [opened, sign] = [openRoom(room, address), signOfLife(address, settings.tls)];
    // Another one is asked sooner than the same again, and one that has started is soon asked again.
    const guarded = resilient(opened, { room, log, timeout, retries: 0, rest: 1_000 });
    const copy = watched(guarded, { room, log, ...sign, withdraw: opened.withdraw });
    stops.push(async () => copy.stop(), sign.stop);
    return copy;
  }
  const openAll = (room: string, urls: readonly string[]): ResilientTransport =>
    urls.length === 1 ? openOnly(room, urls[0] as string) : balanced(urls.map((url) => openCopy(room, url)));

  const known = new Map<string, ResilientTransport>(
    Object.entries(addresses).map(([room, urls]) => [room, openAll(room, urls)]),
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
