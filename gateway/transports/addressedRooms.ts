import { isIP } from 'node:net';
import type { Logger } from 'pino';
import { unavailable } from '../../platform/kernel/errors';
import type { Withdrawals } from '../../platform/redis/withdrawals';
import type { Rooms, Transport } from '../../platform/subgraph/transport';
import type { Graph } from '../supergraph/supergraph';
import { balanced } from './copies/balanced';
import { copyOpener, type Copy } from './copies/opening';
import { discovered, type Resolve } from './copies/discovered';
import type { BreakerState } from './resilient';
import { resuming } from './subscriptions/resuming';
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

export type AddressedOptions = {
  /** Takes back what may not be sent twice; then it goes on waiting, or fails, if not given. */
  readonly withdrawals?: Withdrawals;
  /** What a name stands for; the system's answer if not given. */
  readonly resolve?: Resolve;
};

export function addressedRooms(
  addresses: Addresses,
  settings: HttpSettings,
  log: Logger,
  { withdrawals, resolve }: AddressedOptions = {},
): AddressedRooms {
  const { openOnly, openOneOf } = copyOpener(settings, log, withdrawals);

  function openNamed(room: string, address: string): Copy {
    const whole = openOnly({ room, address });
    const { hostname: name } = new URL(address);
    if (isIP(name.replace(/^\[|\]$/g, ''))) return whole;
    const transport = discovered({ room, name, whole, open: (at) => openOneOf({ room, address, at }), log, resolve });
    return { transport, stop: transport.stop };
  }
  function openAll(room: string, urls: readonly string[]): Copy {
    const [only, ...others] = urls;
    if (only !== undefined && others.length === 0) return openNamed(room, only);
    const copies = urls.map((address) => openOneOf({ room, address }));
    return {
      transport: balanced(() => copies.map(({ transport }) => transport)),
      stop: async () => void (await Promise.all(copies.map(({ stop }) => stop()))),
    };
  }

  const known = new Map(Object.entries(addresses).map(([room, urls]) => [room, openAll(room, urls)]));

  function rooms(room: string): Transport {
    const found = known.get(room);
    if (!found) throw unavailable(`The settings name no address for the room ${room}.`);
    return found.transport;
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
    breakers: () => new Map([...known].map(([room, { transport }]) => [room, transport.state()])),
    async stop() {
      await Promise.all([...known.values()].map(({ stop }) => stop()));
    },
  };
}
