import type { Logger } from 'pino';
import { openRoomDatabase } from '../data/database';
import { migrateRooms } from '../data/migrate';
import type { OnStatement } from '../data/tenantPool';
import { localBus, type Bus } from '../events/bus';
import { validateTenants, type Tenant } from '../identity/tenants';
import { systemClock, type Clock } from '../kernel/clock';
import type { ExecutorName } from '../workflows/executor';
import { createWorkflows, type Workflows } from '../workflows/workflows';
import path from 'node:path';
import type { PoolClient } from 'pg';
import type { AnySubgraph } from './definition';
import { roomNamed, startRoom, type Room } from './room';
import type { RoomSpans } from './roomSpans';
import { localTopics, type Topics } from './topics';
import type { Rooms } from './transport';

export type HouseOptions = {
  readonly definitions: readonly AnySubgraph[];
  /** Where a room's schema is kept; one server for all, or one each. */
  readonly databaseUrl: (room: string) => string;
  readonly tenants: readonly Tenant[];
  readonly log: Logger;
  readonly clock?: Clock;
  /** Whether jobs run on their schedules; tests run them by hand. */
  readonly schedule?: boolean;
  readonly connections?: number;
  readonly onStatement?: OnStatement;
  /** Where rooms show what they do; nowhere if not given. */
  readonly spans?: RoomSpans;
  /** How rooms ask each other, given how those that are here can be asked; straight if not given. */
  readonly roads?: (here: Rooms) => Rooms;
  /** What carries events and wakes between processes; this one alone where not given. */
  readonly bus?: Bus;
  readonly topics?: Topics;
  /** Which executor of sagas and jobs this process is. */
  readonly executor?: ExecutorName;
};

/** Rooms in one process: all of them, or one that meets the others over what its options say. */
export type House = {
  readonly rooms: readonly Room[];
  readonly bus: Bus;
  room(name: string): Room;
  /** Works off every outbox and inbox until the house is at rest. */
  settle(): Promise<void>;
  stop(): Promise<void>;
};

/** Brings the schemas of rooms up to date. */
export function migrateHouse(
  definitions: readonly AnySubgraph[],
  databaseUrl: (room: string) => string,
  onRoom?: (room: string) => void,
) {
  const byUrl = groupByUrl(definitions, databaseUrl);
  return Promise.all(
    [...byUrl].map(([url, rooms]) =>
      migrateRooms(
        url,
        rooms.map(({ name, folder }) => ({ room: name, folder: path.join(folder, 'migrations') })),
        onRoom,
      ),
    ),
  );
}

function groupByUrl(definitions: readonly AnySubgraph[], databaseUrl: (room: string) => string) {
  const groups = new Map<string, AnySubgraph[]>();
  for (const definition of definitions) {
    const url = databaseUrl(definition.name);
    groups.set(url, [...(groups.get(url) ?? []), definition]);
  }
  return groups;
}

/** All rooms on their ground, each listening to the others before any has begun to tell. */
function startRooms({ databaseUrl, ...options }: HouseOptions, bus: Bus, workflows: Workflows): Room[] {
  const { definitions, log, clock = systemClock, connections, onStatement, spans, roads = (here) => here } = options;
  const tenants = new Map(validateTenants(options.tenants).map((tenant) => [tenant.id, tenant]));
  const { topics = localTopics() } = options;
  const rooms: Room[] = [];
  const shared = {
    clock,
    log,
    topics,
    tenants,
    rooms: roads((name) => roomNamed(rooms, name)),
    runSaga: workflows.run,
    beginSaga: workflows.begin,
  };
  for (const definition of definitions) {
    const { name: room } = definition;
    const onError = (error: Error) => log.warn({ err: error, room }, 'a database connection was lost or not to be had');
    const onConnection = spans && ((client: PoolClient) => spans.connected(client, room));
    const url = databaseUrl(room);
    const database = openRoomDatabase({ url, room, connections, onStatement, onError, onConnection });
    const started = startRoom({ ...shared, definition, database }, bus);
    rooms.push(spans ? spans.around(started) : started);
  }
  return rooms;
}

/** Starts rooms whose schemas are up to date. @throws Error when a room's declaration is not whole */
export async function startHouse(options: HouseOptions): Promise<House> {
  const { databaseUrl, log, schedule = true, onStatement, bus = localBus(), executor } = options;
  const workflows = createWorkflows({ log, schedule, onStatement, executor });
  const rooms = startRooms(options, bus, workflows);
  for (const { definition, jobs, contextFor, runJob } of rooms) {
    workflows.register({ sagas: definition.sagas ?? [], jobs, contextFor, runJob });
  }
  await workflows.start(databaseUrl('workflows')).catch(async (error: unknown) => {
    await stopRooms(rooms);
    throw error;
  });
  return {
    rooms,
    bus,
    room: (name) => roomNamed(rooms, name),
    settle: () => settle(rooms),
    async stop() {
      await workflows.stop();
      await stopRooms(rooms);
    },
  };
}

// First all rest, then all are closed: what one still delivers must find the others open.
async function stopRooms(rooms: readonly Room[]): Promise<void> {
  await Promise.all(rooms.map((room) => room.rest()));
  await Promise.all(rooms.map((room) => room.close()));
}

async function settle(rooms: readonly Room[]): Promise<void> {
  // Events may lead to events: as many rounds as there are rooms in the longest chain, and one to tell what came of the last.
  for (let round = 0; round <= rooms.length; round++) for (const room of rooms) await room.drain();
}
