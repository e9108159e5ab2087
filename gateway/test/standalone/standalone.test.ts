import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { readFlags } from '../../standalone/flags';
import { startStandalone, type Standalone } from '../../standalone/start';
import { temporaryFile, temporaryFolder } from '../../../test/story/files';
import { pair } from '../../../registry/test/server/story';
import { startServer } from '../servers';
import { startRegistry } from '../supergraph/followed';
import { startForeignRooms, type ForeignRooms } from './graph';

// Looks at files, and starts many servers.
jest.setTimeout(30_000);

let rooms: ForeignRooms;
beforeAll(async () => void (rooms = await startForeignRooms()));
afterAll(() => rooms.stop());

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const newFile = (text: string) => temporaryFile('graph.graphql', text);

async function start(file: string, ...args: string[]): Promise<Standalone> {
  const standalone = await startStandalone(
    readFlags(['--supergraph', file, '--port', '0', '--log', 'silent', ...args]),
  );
  stops.push(standalone.stop);
  return standalone;
}

async function post(
  { url }: Standalone,
  body: string,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) {
  const response = await fetch(`${url}/graphql`, { method: 'POST', body, headers });
  return {
    status: response.status,
    body: (await response.json()) as { data?: Record<string, unknown>; errors?: object[] },
  };
}
const ask = (alone: Standalone, query: string, headers = {}) =>
  post(alone, JSON.stringify({ query }), { 'content-type': 'application/json', ...headers });

const until = async (what: () => boolean | Promise<boolean>) => {
  for (let turn = 0; !(await what()); turn++) {
    if (turn > 1_000) throw new Error('It did not come to be.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

const BOOK = '{ book(id: "4") { title stars } }';
const ANSWER = { data: { book: { title: 'Book 4', stars: 4 } } };

describe('the gateway alone', () => {
  it('answers over rooms at the URLs of the supergraph, whatever they are called', async () => {
    const alone = await start(newFile(rooms.sdl));
    expect(await ask(alone, BOOK)).toEqual({ status: 200, body: ANSWER });
    for (const health of ['', '/live', '/ready'])
      expect((await fetch(`${alone.url}/health${health}`)).status).toBe(200);
  });

  it('tells rooms nothing of ours, and hands on the headers it was told to', async () => {
    const alone = await start(newFile(rooms.sdl), '--forward-headers', 'authorization,accept-language');
    const headers = { authorization: 'Bearer x', 'accept-language': 'de', 'x-user-id': 'admin' };
    const { body } = await ask(alone, '{ headers }', headers);
    const seen = JSON.parse(body.data?.headers as string) as Record<string, string>;
    expect(seen).toMatchObject({ authorization: 'Bearer x', 'accept-language': 'de' });
    expect(Object.keys(seen).toSorted()).toEqual(
      ['accept', 'accept-language', 'authorization', 'connection', 'content-length', 'content-type', 'host'].filter(
        (name) => name in seen,
      ),
    );
  });

  it.each([['ws'], ['sse']])('pushes, with rooms that push over %s', async (how) => {
    const alone = await start(
      newFile(rooms.sdl),
      '--subscriptions',
      how,
      ...(how === 'sse' ? ['--subscriptions-path', '/stream'] : []),
    );
    const client = createClient({
      url: `${alone.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const stream = client.iterate({ query: 'subscription { reviewed { title stars } }' });
    const first = stream.next();
    await until(() => rooms.listeners() === 1);
    rooms.review(5);
    expect((await first).value).toEqual({ data: { reviewed: { title: 'Book 5', stars: 5 } } });
    await client.dispose();
  });

  it('given limits and browsers, then it protects itself unless it is open', async () => {
    const file = newFile(rooms.sdl);
    const deep = `{ ${Array.from({ length: 60 }, (_, n) => `a${n}: stars`).join(' ')} }`;
    const simple = { 'content-type': 'text/plain' };
    const closed = await start(file);
    expect((await ask(closed, deep)).body.errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED' } }, {}]);
    expect((await post(closed, JSON.stringify({ query: BOOK }), simple)).status).toBeGreaterThanOrEqual(400);
    const open = await start(file, '--open');
    expect((await ask(open, deep)).body.errors).toBeUndefined();
    for (const headers of [
      simple,
      { 'content-type': 'application/graphql' },
      { 'content-type': 'x/y', accept: 'text/html' },
    ]) {
      expect(await post(open, JSON.stringify({ query: BOOK }), headers)).toEqual({ status: 200, body: ANSWER });
      expect(await post(open, BOOK, headers)).toEqual({ status: 200, body: ANSWER });
    }
    expect((await fetch(`${open.url}/graphql?query=${encodeURIComponent(BOOK)}`)).status).toBe(200);
    expect(
      await ask(open, BOOK, { authorization: 'nonsense', 'agora-tenant': 'nobody', 'agora-currency': 'XXX' }),
    ).toMatchObject({ status: 200 });
  });

  it('given an error of a room, then it is masked, but told as it is when open', async () => {
    const file = newFile(rooms.sdl);
    expect((await ask(await start(file), '{ fails }')).body.errors).toMatchObject([
      { extensions: { code: 'INTERNAL' } },
    ]);
    expect((await ask(await start(file, '--open'), '{ fails }')).body.errors).toEqual([
      { message: 'The shelf is closed.', path: ['fails'], extensions: { code: 'SHELF_CLOSED' } },
    ]);
  });

  it('given keys, then tokens must be signed by them', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k' }] });
    const issuer = await startServer((_request, response) =>
      response.setHeader('content-type', 'application/json').end(jwks),
    );
    const sign = (issuedBy: string) =>
      new SignJWT({ sub: 'u', scope: 'read' })
        .setIssuer(issuedBy)
        .setExpirationTime('1h')
        .setProtectedHeader({ alg: 'ES256', kid: 'k' })
        .sign(privateKey);
    const alone = await start(newFile(rooms.sdl), '--jwks', issuer.url, '--issuer', 'them');
    const status = async (authorization: string) => (await ask(alone, BOOK, { authorization })).status;
    expect(await status(`Bearer ${await sign('them')}`)).toBe(200);
    expect(await status(`Bearer ${await sign('others')}`)).toBe(401);
    expect(await status('Bearer nonsense')).toBe(401);
    expect((await ask(alone, BOOK)).status).toBe(200);
    await issuer.stop();
  });
});

describe('a registry instead of a file', () => {
  it('is followed, and told what is used', async () => {
    const registry = await startRegistry();
    stops.push(registry.stop);
    await registry.publish(rooms.sdl);
    const state = temporaryFolder();
    const flags = readFlags(['--registry', registry.url, '--state', state, '--port', '0', '--log', 'silent'], {
      SUPERGRAPH_REGISTRY_TOKEN: registry.token,
      SUPERGRAPH_KEYS: pair.trusted,
    });
    const alone = await startStandalone(flags);
    expect((await ask(alone, BOOK)).body).toEqual(ANSWER);
    const health = async () => (await (await fetch(`${alone.url}/health`)).json()) as object;
    expect(await health()).toMatchObject({ supergraph: { source: 'registry', release: 1 } });
    await registry.publish(await rooms.composed('\nextend type Book { headline: String }'));
    await until(async () => JSON.stringify(await health()).includes('"release":2'));
    await alone.stop();
    expect(await registry.store.usage('2000-01-01')).toContainEqual(
      expect.objectContaining({ coordinate: 'Book.stars', client: '', count: 1 }),
    );
    expect(readFileSync(path.join(state, 'supergraph.registry.last-good.json'), 'utf8')).toContain('"release":2');
  });
});

describe('the file of the supergraph', () => {
  const HEADLINE = '\nextend type Book { headline: String }';
  const knows = (alone: Standalone) => async () => {
    const { body } = await ask(alone, '{ __type(name: "Book") { fields { name } } }');
    return JSON.stringify(body).includes('headline');
  };

  it('given --watch, then a file that changes is served, in whatever way it was written', async () => {
    const file = newFile(rooms.sdl);
    const alone = await start(file, '--watch');
    expect(await knows(alone)()).toBe(false);
    const next = await rooms.composed(HEADLINE);
    writeFileSync(`${file}.next`, next);
    renameSync(`${file}.next`, file);
    await until(knows(alone));
    writeFileSync(file, rooms.sdl);
    await until(async () => !(await knows(alone)()));
  });

  it('given a broken file, then the last good one stays, and the next good one is served', async () => {
    const file = newFile(rooms.sdl);
    const alone = await start(file, '--watch');
    for (const broken of ['', 'nonsense {', 'type Query { a: Int }']) {
      writeFileSync(file, broken);
      await new Promise((resolve) => setTimeout(resolve, 600));
      expect((await ask(alone, BOOK)).body).toEqual(ANSWER);
    }
    writeFileSync(file, await rooms.composed(HEADLINE));
    await until(knows(alone));
  });

  it('given a broken file at the start, then the last good one is served if there is one', async () => {
    const file = newFile('nonsense {');
    await expect(start(file)).rejects.toThrow(/^The supergraph in .+graph\.graphql cannot be served: Syntax Error/);
    await expect(start('/nowhere/graph.graphql')).rejects.toThrow(/cannot be served: ENOENT/);
    writeFileSync(file, rooms.sdl);
    await (await start(file)).stop();
    expect(readFileSync(file.replace('.graphql', '.last-good.graphql'), 'utf8')).toBe(rooms.sdl);
    writeFileSync(file, 'nonsense {');
    expect((await ask(await start(file), BOOK)).body).toEqual(ANSWER);
  });

  it('given --state, then the last good one is kept there', async () => {
    const state = path.join(temporaryFolder(), 'new');
    await start(newFile(rooms.sdl), '--state', state);
    expect(readFileSync(path.join(state, 'graph.last-good.graphql'), 'utf8')).toBe(rooms.sdl);
  });
});
