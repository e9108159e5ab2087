import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { systemClock } from '../../platform/kernel/clock';
import { openFrontDoor } from '../../gateway/http/frontDoor';
import { createEdge } from '../../gateway/server';
import { standaloneSettler } from '../../gateway/standalone/access';
import { textSource } from '../../gateway/supergraph/source';
import type { Ask } from '../measure/load';
import {
  fromServer,
  jitted,
  localRooms,
  newMonolith,
  newStockInOneProcess,
  NOBODY,
  ours,
  readyAnswers,
  runningRoom,
  unfederated,
  type Answerer,
} from './answerers';
import { roomSchema, type RoomName } from './graph';

// One contender, or a part of one, in a process of its own. It says where it is reached, and ends with who started it.

const HERE = { listen: { port: 0, host: '127.0.0.1' } };
const standalone = async (server: ApolloServer): Promise<string> => (await startStandaloneServer(server, HERE)).url;

/** A plain HTTP server that answers a body with a text. */
async function plain(answer: (body: string) => Promise<string>): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    const respond = async () => {
      const text = await answer(body);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
      response.end(text);
    };
    request.on('end', () => void respond());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

/** A room of ours behind a plain HTTP server: rooms as services of their own are not built yet. */
function ourRoom(room: RoomName): Promise<string> {
  const execute = runningRoom(room);
  return plain(async (body) => JSON.stringify(await execute({ ...(JSON.parse(body) as Ask), envelope: NOBODY })));
}

function jit(): Promise<string> {
  const answer = jitted();
  return plain((body) => answer(JSON.parse(body) as Ask));
}

/** Our gateway and our rooms in one process, as trusting as Apollo Server is: no limits, no tokens. */
async function oneProcess(supergraphFile: string): Promise<string> {
  const rooms = localRooms();
  const edge = await createEdge({
    source: textSource(readFileSync(supergraphFile, 'utf8')),
    roomsOf: () => rooms,
    settle: await standaloneSettler(
      { open: true, jwks: undefined, issuer: undefined, audience: undefined, 'forward-headers': [] },
      systemClock,
    ),
    foreign: true,
    introspection: true,
    open: true,
    log: pino({ level: 'warn' }),
    clock: systemClock,
  });
  const door = await openFrontDoor({ port: 0, host: '127.0.0.1' });
  door.open({ handle: edge.handle, upgrade: edge.upgrade, check: async () => true });
  return `${door.url}/graphql`;
}

/** Counts with the process's own clock what so many answers cost without HTTP; or tells one answer. */
function withoutHttp(answer: Answerer): void {
  process.on('message', (told: { ask: Ask } | { asks: Ask[] }) => {
    void (async () => {
      if ('ask' in told) return process.send?.({ text: await answer(told.ask) });
      const before = process.cpuUsage();
      for (const ask of told.asks) await answer(ask);
      const { user, system } = process.cpuUsage(before);
      return process.send?.({ cpu: (user + system) / 1e6 });
    })();
  });
}

const ROLES: Record<string, (argument: string) => Promise<string | void>> = {
  'stock-gateway': (file) =>
    standalone(new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl: readFileSync(file, 'utf8') }) })),
  'stock-room': (room) => standalone(new ApolloServer({ schema: roomSchema(room as RoomName) })),
  'our-room': (room) => ourRoom(room as RoomName),
  'one-process': oneProcess,
  'stock-one-process': (file) => standalone(newStockInOneProcess(file)),
  monolith: () => standalone(newMonolith()),
  jit,
  ready: async () => plain(await readyAnswers()),
  'stock-without-http': async (file) => withoutHttp(await fromServer(newStockInOneProcess(file))),
  'jit-without-http': async () => withoutHttp(jitted()),
  'one-process-without-http': async (file) => withoutHttp(await ours(file)),
  'monolith-without-http': async () => withoutHttp(await unfederated()),
};

async function main([role = '', argument = '']: readonly string[]): Promise<void> {
  const start = ROLES[role];
  if (!start) throw new Error(`There is no role ${role}.`);
  process.on('disconnect', () => process.exit());
  const url = await start(argument);
  process.send?.({ url });
}

void main(process.argv.slice(2));
