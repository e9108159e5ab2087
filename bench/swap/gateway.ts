import { buildSubgraphSchema } from '@apollo/subgraph';
import { EventEmitter, on } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parse, subscribe } from 'graphql';
import pino from 'pino';
import { readTrustedKeys } from '../../platform/delivery/keys';
import { demoTenant } from '../../platform/identity/tenants';
import { systemClock } from '../../platform/kernel/clock';
import { readTypeDefs } from '../../platform/subgraph/schema';
import type { Rooms, Transport } from '../../platform/subgraph/transport';
import { createAgoraEdge } from '../../gateway/agoraEdge';
import { openFrontDoor } from '../../gateway/http/frontDoor';
import { openRegistry } from '../../gateway/supergraph/registry/open';
import { resolvePlausibly } from '../../scripts/dev/plausible/resolve';
import { playedRooms } from '../../scripts/dev/playedRoom';
import { subgraphs } from '../../subgraphs';

// The process that is measured: Agora's gateway in front of rooms that are played, so that no database is at work beside it. It
// follows the registry of its parent.

export type Told = 'event' | 'begin' | 'end';
export type Answer = { readonly url: string } | { readonly blocked: number };

const events = new EventEmitter().setMaxListeners(0);

async function* shipments(): AsyncGenerator<object> {
  for await (const _event of on(events, 'shipment')) yield {};
}

/** The room of the shipments, with something that happens when it is told so. */
function liveLogistics(rooms: Rooms): Rooms {
  const { folder } = subgraphs.find(({ name }) => name === 'logistics')!;
  const schema = buildSubgraphSchema({ typeDefs: parse(readTypeDefs(folder)) });
  const resolvers = { fieldResolver: resolvePlausibly({}), subscribeFieldResolver: shipments };
  const logistics: Transport = {
    execute: (request) => rooms('logistics').execute(request),
    subscribe: async ({ query, variables: variableValues, operationName }) =>
      (await subscribe({ schema, document: parse(query), variableValues, operationName, ...resolvers })) as Awaited<
        ReturnType<Transport['subscribe']>
      >,
  };
  return (name) => (name === 'logistics' ? logistics : rooms(name));
}

async function main([url = '', token = '', keys = '']: readonly string[]): Promise<void> {
  process.on('disconnect', () => process.exit());
  const log = pino({ level: 'warn' });
  const closers: (() => Promise<unknown>)[] = [];
  const followed = await openRegistry({ url, token, keys: readTrustedKeys(keys), clock: systemClock, log, closers });
  const edge = await createAgoraEdge({
    ...followed,
    rollback: { errors: 0.2, requests: 50, within: 60_000 },
    rooms: liveLogistics(playedRooms(subgraphs, {})),
    routed: [],
    tenants: [demoTenant],
    introspection: true,
    log,
    clock: systemClock,
  });
  const door = await openFrontDoor({ port: 0, host: '127.0.0.1' });
  door.open({ handle: edge.handle, upgrade: edge.upgrade, check: async () => true });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  process.on('message', (told: Told) => {
    if (told === 'event') return events.emit('shipment');
    if (told === 'begin') return (delay.reset(), delay.enable());
    delay.disable();
    return process.send?.({ blocked: delay.max / 1e6 } satisfies Answer);
  });
  process.send?.({ url: door.url } satisfies Answer);
}

void main(process.argv.slice(2));
