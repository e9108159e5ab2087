import type { Logger } from 'pino';
import { createAgoraEdge } from '../../gateway/agoraEdge';
import { openFrontDoor } from '../../gateway/http/frontDoor';
import { routedHere } from '../../gateway/http/roomRoutes';
import { protectionOf } from '../../gateway/protection/protection';
import type { Edge } from '../../gateway/server';
import type { Settings } from '../../gateway/settings';
import { listenError } from '../../gateway/startErrors';
import { loadSupergraph } from '../../gateway/supergraph/load';
import { textSource } from '../../gateway/supergraph/source';
import { systemClock } from '../../platform/kernel/clock';
import { stoppable, type Closers } from '../../platform/kernel/stoppable';
import { migrateHouse, startHouse, type House } from '../../platform/subgraph/house';
import { readTypeDefs } from '../../platform/subgraph/schema';
import type { Rooms } from '../../platform/subgraph/transport';
import { subgraphs } from '../../subgraphs';
import { playedRooms } from './playedRoom';
import type { Fixed } from './plausible/resolve';

/** One room, the others played, and the gateway in front. */
export type Dev = { readonly url: string; stop(): Promise<void> };

export type DevOptions = {
  /** The room that is real. */
  readonly only: string;
  readonly settings: Settings;
  readonly databaseUrl: (owner: string) => string;
  readonly fixed: Fixed;
  readonly log: Logger;
};

/** Whoever changes a file does not wait for those who listen. */
const DRAIN_PATIENCE = 1_000;

function openDoor({ only, settings: { PORT: port, HOST: host } }: DevOptions) {
  return openFrontDoor({ port, host }).catch((error: unknown) => {
    const how = { host: 'HOST=', port: (other: number) => `PORT=${other} npm run dev -- --only ${only}` };
    throw listenError(error, host, port, how);
  });
}

async function openHouse({ only, settings, databaseUrl, log }: DevOptions, elsewhere: Rooms): Promise<House> {
  const definitions = subgraphs.filter(({ name }) => name === only);
  await migrateHouse(definitions, databaseUrl);
  const roads = (here: Rooms) => (name: string) => (name === only ? here(name) : elsewhere(name));
  const executor = { application: `agora-dev-${only}`, prefix: only };
  return startHouse({ definitions, databaseUrl, tenants: settings.AGORA_TENANTS, log, roads, executor });
}

async function openEdge({ only, settings, log }: DevOptions, house: House, elsewhere: Rooms): Promise<Edge> {
  const schemas = subgraphs.map(({ name, folder }) => ({ name, typeDefs: readTypeDefs(folder) }));
  return createAgoraEdge({
    source: textSource(await loadSupergraph(schemas)),
    rooms: (name) => (name === only ? house.room(only) : elsewhere(name)),
    routed: house.rooms.map(routedHere),
    tenants: settings.AGORA_TENANTS,
    introspection: true,
    protection: protectionOf(settings),
    log,
    clock: systemClock,
  });
}

async function start(options: DevOptions, closers: Closers): Promise<Omit<Dev, 'stop'>> {
  const door = await openDoor(options);
  closers.push(door.close);
  const elsewhere = playedRooms(subgraphs, options.fixed);
  const house = await openHouse(options, elsewhere);
  closers.push(house.stop);
  const edge = await openEdge(options, house, elsewhere);
  closers.push(edge.stop, async () => {
    edge.endLive();
    await door.drain(DRAIN_PATIENCE);
  });
  door.open({ handle: edge.handle, upgrade: edge.upgrade, check: async () => true });
  return { url: door.url };
}

/** Starts it. @throws an error whose message says what to do; what was opened by then is closed again */
export const startDev = (options: DevOptions): Promise<Dev> => stoppable((closers) => start(options, closers));
