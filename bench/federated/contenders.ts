import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { compose } from '../../gateway/supergraph/compose';
import { client, mustBeWhole, type Ask } from '../measure/load';
import { forked, hear, spawned, temporaryFolder, untilWritten, type Child } from '../measure/processes';
import { ROOMS, typeDefsOf } from './graph';

/** Who answers the graph, and in which processes. */
export type Contender = {
  readonly url: string;
  readonly gateway: readonly number[];
  readonly rooms: readonly number[];
};

export const OVER_HTTP = ['stock', 'agora'] as const;
export const ONE_PROCESS = ['monolith', 'agoraOne'] as const;
export type Served = (typeof OVER_HTTP | typeof ONE_PROCESS)[number];

const SERVER = 'bench/federated/server.ts';

async function reached(role: string, argument = ''): Promise<{ child: Child; url: string }> {
  const child = forked(SERVER, [role, argument]);
  const { url } = await hear<{ url: string }>(child);
  return { child, url };
}

/** Rooms in processes of their own, and the supergraph that names where they are. */
async function rooms(role: string, folder: string): Promise<{ supergraph: string; pids: number[] }> {
  const started = await Promise.all(ROOMS.map((room) => reached(role, room)));
  const schemas = ROOMS.map((name, at) => ({ name, typeDefs: typeDefsOf(name), url: started[at]?.url }));
  const supergraph = path.join(folder, `${role}.graphql`);
  writeFileSync(supergraph, await compose(schemas));
  return { supergraph, pids: started.map(({ child }) => child.pid) };
}

async function stock(folder: string): Promise<Contender> {
  const { supergraph, pids } = await rooms('stock-room', folder);
  const { child, url } = await reached('stock-gateway', supergraph);
  return { url, gateway: [child.pid], rooms: pids };
}

async function agora(folder: string): Promise<Contender & { supergraph: string }> {
  const { supergraph, pids } = await rooms('our-room', folder);
  const child = spawned('gateway/standalone.ts', ['--supergraph', supergraph, '--port', '0', '--open']);
  const [, url = ''] = await untilWritten(child, /GraphQL at (\S+\/graphql)/);
  return { url, gateway: [child.pid], rooms: pids, supergraph };
}

async function alone(role: string, argument?: string): Promise<Contender> {
  const { child, url } = await reached(role, argument);
  return { url, gateway: [child.pid], rooms: [] };
}

/** The same answers without HTTP; `cost` in CPU seconds, as the process itself counts them. */
export type Bare = { cost(asks: readonly Ask[]): Promise<number>; answer(ask: Ask): Promise<string> };

async function bare(role: string, argument?: string): Promise<Bare> {
  const child = forked(SERVER, [role, argument ?? '']);
  await hear(child);
  const tell = <T>(message: object) => (child.process.send(message), hear<T>(child));
  return {
    cost: async (asks) => (await tell<{ cpu: number }>({ asks })).cpu,
    answer: async (ask) => (await tell<{ text: string }>({ ask })).text,
  };
}

export async function startContenders() {
  const folder = await temporaryFolder();
  const ours = await agora(folder);
  const served: Record<Served, Contender> = {
    stock: await stock(folder),
    agora: ours,
    monolith: await alone('monolith'),
    agoraOne: await alone('one-process', ours.supergraph),
  };
  const withoutHttp = {
    monolith: await bare('monolith-without-http'),
    agoraOne: await bare('one-process-without-http', ours.supergraph),
  };
  return { served, withoutHttp };
}
export type Contenders = Awaited<ReturnType<typeof startContenders>>;

/** What each contender answers, by its name. */
export async function answersTo({ served, withoutHttp }: Contenders, ask: Ask): Promise<Record<string, unknown>> {
  const texts: Record<string, string> = {};
  for (const [name, { url }] of Object.entries(served)) {
    const { send, close } = client(url);
    texts[name] = mustBeWhole(await send(ask));
    await close();
  }
  for (const [name, { answer }] of Object.entries(withoutHttp)) texts[`${name} without HTTP`] = await answer(ask);
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, JSON.parse(text)]));
}
