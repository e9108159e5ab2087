import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { compose } from '../../gateway/supergraph/compose';
import { cpuSeconds } from '../measure/cpu';
import { client, mustBeWhole, put, type Ask, type Loaded } from '../measure/load';
import { forked, hear, spawned, temporaryFolder, untilWritten } from '../measure/processes';
import { ROOMS, typeDefsOf } from './graph';
import { LINEUP, takesPart, type Name } from './lineup';

export const CONCURRENCY = 8;

/** `cpu`, `gateway` and `rooms` in CPU seconds per 1000 requests; without HTTP there is nothing but `cpu`. */
export type Measured = { readonly cpu: number; readonly gateway?: number; readonly rooms?: number } & Partial<Loaded>;

export type Contender = {
  /** Asks so many times. @throws Error at the first answer over HTTP with an error */
  measure(requests: number, ask: (nth: number) => Ask): Promise<Measured>;
  /** The text of one answer. */
  answer(ask: Ask): Promise<string>;
};

const SERVER = 'bench/federated/server.ts';

type Running = { readonly url: string; readonly pid: number };

async function reached(file: string, args: readonly string[]): Promise<Running> {
  const child = forked(file, args);
  const { url } = await hear<{ url: string }>(child);
  return { url, pid: child.pid };
}

function served({ url, pid }: Running, rooms: readonly number[]): Contender {
  const used = () => [cpuSeconds([pid]), cpuSeconds(rooms)] as const;
  return {
    async measure(requests, ask) {
      const before = used();
      const loaded = await put({ url, requests, concurrency: CONCURRENCY, ask });
      const after = used();
      const perThousand = (at: 0 | 1) => ((after[at] - before[at]) * 1000) / requests;
      const [gateway, ofRooms] = [perThousand(0), perThousand(1)];
      return { ...loaded, gateway, rooms: ofRooms, cpu: gateway + ofRooms };
    },
    async answer(ask) {
      const { send, close } = client(url);
      const text = mustBeWhole(await send(ask));
      await close();
      return text;
    },
  };
}

/** Where what is started may look: a folder of its own, and the supergraph for those who have the rooms in their process. */
type Place = { readonly folder: string; readonly supergraph: string };

async function writeSupergraph(file: string, urlOf: (room: number) => string | undefined): Promise<string> {
  writeFileSync(file, await compose(ROOMS.map((name, at) => ({ name, typeDefs: typeDefsOf(name), url: urlOf(at) }))));
  return file;
}

/** A gateway, and rooms of its own that nobody else asks. */
const gateway =
  (name: Name, room: 'stock-room' | 'our-room', start: (supergraph: string) => Promise<Running>) =>
  async ({ folder }: Place): Promise<Contender> => {
    const rooms = await Promise.all(ROOMS.map((each) => reached(SERVER, [room, each])));
    const supergraph = await writeSupergraph(path.join(folder, `${name}.graphql`), (at) => rooms[at]?.url);
    return served(
      await start(supergraph),
      rooms.map(({ pid }) => pid),
    );
  };

async function agora(supergraph: string): Promise<Running> {
  const child = spawned('gateway/standalone.ts', ['--supergraph', supergraph, '--port', '0', '--open']);
  const [, url = ''] = await untilWritten(child, /GraphQL at (\S+\/graphql)/);
  return { url, pid: child.pid };
}
const hive = (supergraph: string) => reached('bench/gateway/hive.mjs', [supergraph]);

const alone =
  (role: string) =>
  async ({ supergraph }: Place): Promise<Contender> =>
    served(await reached(SERVER, [role, supergraph]), []);

/** Its process counts itself what its answers cost, for nothing but the question goes to it and back. */
const bare =
  (role: string) =>
  async ({ supergraph }: Place): Promise<Contender> => {
    const child = forked(SERVER, [role, supergraph]);
    await hear(child);
    const tell = <T>(message: object) => (child.process.send(message), hear<T>(child));
    return {
      async measure(requests, ask) {
        const asks = Array.from({ length: requests }, (_, nth) => ask(nth));
        return { cpu: ((await tell<{ cpu: number }>({ asks })).cpu * 1000) / requests };
      },
      answer: async (ask) => (await tell<{ text: string }>({ ask })).text,
    };
  };

const START: Record<Name, (place: Place) => Promise<Contender>> = {
  stock: gateway('stock', 'stock-room', (supergraph) => reached(SERVER, ['stock-gateway', supergraph])),
  hive: gateway('hive', 'stock-room', hive),
  hiveOverOurs: gateway('hiveOverOurs', 'our-room', hive),
  agora: gateway('agora', 'our-room', agora),
  stockOne: alone('stock-one-process'),
  monolith: alone('monolith'),
  agoraOne: alone('one-process'),
  jit: alone('jit'),
  ready: alone('ready'),
  stockBare: bare('stock-without-http'),
  monolithBare: bare('monolith-without-http'),
  agoraBare: bare('one-process-without-http'),
  jitBare: bare('jit-without-http'),
};

export type Contenders = ReadonlyMap<Name, Contender>;

export async function startContenders(options: { readonly peers: boolean }): Promise<Contenders> {
  const folder = await temporaryFolder();
  const supergraph = await writeSupergraph(path.join(folder, 'here.graphql'), () => 'http://room.test');
  const contenders = new Map<Name, Contender>();
  for (const name of Object.keys(LINEUP) as Name[])
    if (takesPart(name, options)) contenders.set(name, await START[name]({ folder, supergraph }));
  return contenders;
}
