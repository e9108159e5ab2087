import type { Logger } from 'pino';
import { unavailable } from '../../platform/kernel/errors';
import type { Rooms, Transport } from '../../platform/subgraph/transport';
import type { Graph } from '../supergraph/supergraph';
import { httpTransport } from './http/http';
import { resilient, type BreakerState, type ResilientTransport } from './resilient';
import { resuming } from './subscriptions/resuming';
import type { HttpSettings } from './settings';

/** Whether a room can be reached at what the supergraph says of it. */
const isAddress = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/**
 * Reaches rooms at the addresses that a supergraph names. A room whose address stays keeps its connections when the
 * supergraph changes; one that moved keeps the old ones for the operations that began there.
 */
export function httpRooms(settings: HttpSettings, log: Logger) {
  const known = new Map<
    string,
    { readonly room: string; readonly transport: ResilientTransport; stop(): Promise<void> }
  >();

  function at(room: string, url: string): Transport {
    const key = `${room} ${url}`;
    const found = known.get(key);
    if (found) return found.transport;
    const http = httpTransport({ ...settings, room, url, log });
    const transport = resilient(http, { room, log, timeout: settings.headersTimeout + settings.bodyTimeout });
    known.set(key, { room, transport, stop: http.stop });
    return transport;
  }

  return {
    roomsOf({ supergraph, apiSchema: schema }: Pick<Graph, 'supergraph' | 'apiSchema'>): Rooms {
      const urls = new Map([...supergraph.subgraphsMetadata()].map(({ name, url }) => [name, url]));
      for (const [room, url] of urls) {
        if (!isAddress(url)) log.error({ room, url }, 'the supergraph names no http address for a room');
      }
      const reached = new Map<string, Transport>();
      return (room) => {
        const found = reached.get(room);
        if (found) return found;
        const url = urls.get(room) ?? '';
        if (!isAddress(url)) throw unavailable(`The supergraph names no address for the room ${room}.`);
        const transport = resuming(at(room, url), { room, schema, log });
        reached.set(room, transport);
        return transport;
      };
    },
    /** How rooms do, by name; of one that moved, how it does where it is now. */
    breakers: (): ReadonlyMap<string, BreakerState> =>
      new Map([...known.values()].map(({ room, transport }) => [room, transport.state()])),
    async stop() {
      await Promise.all([...known.values()].map(({ stop }) => stop()));
    },
  };
}
