import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ExecutionResult } from 'graphql';
import type { Envelope } from '../../../platform/identity/envelope';
import { answerOf, type Answer } from './answer';
import type { Ask, Case } from './case';
import { composed, type TestGraph } from './graph';

const RESPONSE_JSON = 'application/graphql-response+json';
const nobody = {} as Envelope;

async function bodyOf(request: IncomingMessage): Promise<{ query: string; variables: Record<string, unknown> }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/**
 * The rooms of a world as any GraphQL server serves them: at a path each, without an envelope. Every other one speaks the newer
 * content type, with a status that tells of request errors. (GraphQL over HTTP, section 6.4)
 */
function roomServer({ rooms }: TestGraph, names: readonly string[]): Server {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const name = request.url?.slice('/rooms/'.length) ?? '';
    const { query, variables } = await bodyOf(request);
    const type = names.indexOf(name) % 2 === 0 ? 'application/json; charset=utf-8' : RESPONSE_JSON;
    const write = (status: number, result: unknown) =>
      response.writeHead(type === RESPONSE_JSON ? status : 200, { 'content-type': type }).end(JSON.stringify(result));
    try {
      const result = await rooms(name).execute({ query, variables, envelope: nobody });
      write('data' in result ? 200 : 400, result);
    } catch (error) {
      write(500, { errors: [{ message: (error as Error).message }] });
    }
  };
  return createServer((request, response) => void answer(request, response));
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Rooms that listen, and the file that a gateway is started with. */
export type Outside = { readonly file: string; readonly folder: string; stop(): Promise<void> };

export async function openRooms({ rooms }: Case, test: TestGraph): Promise<Outside> {
  const server = roomServer(test, Object.keys(rooms));
  const url = await listening(server);
  const folder = await mkdtemp(path.join(tmpdir(), 'federation-'));
  const file = path.join(folder, 'supergraph.graphql');
  await writeFile(
    file,
    composed(rooms, (name) => `${url}/rooms/${name}`),
  );
  return {
    file,
    folder,
    async stop() {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Asks as any client does. */
export async function overHttp(url: string, { query, variables, down }: Ask, test: TestGraph): Promise<Answer[]> {
  test.reset(down);
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return [answerOf((await response.json()) as ExecutionResult)];
}
