import pino from 'pino';
import { buildSchema, getOperationAST, parse } from 'graphql';
import type { UsageBatch } from '../../../platform/delivery/usage';
import { systemClock } from '../../../platform/kernel/clock';
import { manualTimers } from '../../../platform/subgraph/test/callbacks/timers';
import { eventually } from '../../../test/story/rest';
import { registryClient } from '../../supergraph/registry/client';
import { recordTraffic } from '../../traffic/traffic';
import { startForeignRooms, type ForeignRooms } from '../standalone/graph';
import { startFollower, startRegistry, type Follower, type TestRegistry } from '../supergraph/followed';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

let registry: TestRegistry;
beforeEach(async () => {
  registry = await startRegistry();
});
afterEach(() => registry.stop());

/** What the registry was told, as `client version coordinate: count`. */
async function told(): Promise<Record<string, number>> {
  const uses = await registry.store.usage('2000-01-01');
  return Object.fromEntries(
    uses.map(({ client, clientVersion, coordinate, count }) => [`${client} ${clientVersion} ${coordinate}`, count]),
  );
}

const schema = buildSchema('type Query { a: Int b(x: Int): Int }');
function asked(source: string) {
  const document = parse(source);
  return { document, definition: getOperationAST(document)!, variables: {} };
}

/** Records by itself, without a gateway, and with time that the test lets pass. */
function recorder() {
  const entries: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void entries.push(JSON.parse(line) as never) });
  const { timers, beat, intervals } = manualTimers();
  const client = registryClient(registry, { patience: 500 });
  const traffic = recordTraffic({ client, clock: systemClock, timers, log });
  const web = traffic.clientOf({ 'apollographql-client-name': 'web', 'apollographql-client-version': '1' });
  const lost = () => entries.filter(({ msg }) => String(msg).includes('are lost'));
  return { ...traffic, web, entries, lost, beat, intervals, close: client.close };
}

describe('handing in what was counted', () => {
  it('is done every ten seconds, and when the gateway stops', async () => {
    const { note, web, beat, intervals, stop, close } = recorder();
    expect(intervals()).toEqual([10_000]);
    note(web, schema, asked('{ a }'));
    beat();
    await eventually('the counts', async () => (await told())['web 1 Query.a'] === 1);
    note(web, schema, asked('{ b(x: 1) }'));
    await stop();
    expect(await told()).toEqual({ 'web 1 Query.a': 1, 'web 1 Query.b': 1, 'web 1 Query.b(x:)': 1 });
    await close();
  });

  it('given a registry that is away, then it is counted on, and handed in when it is back', async () => {
    const { note, web, flush, tally, lost, stop, close } = recorder();
    registry.interfere((_request, response) => response.destroy());
    for (let turn = 1; turn <= 3; turn++) {
      note(web, schema, asked('{ a }'));
      await flush();
    }
    // The first is under way, in a batch of its own; the others have become one.
    expect(tally()).toEqual({ sent: 0, lost: 0, pending: 2 });
    registry.interfere(undefined);
    await flush();
    expect(await told()).toEqual({ 'web 1 Query.a': 3 });
    expect(tally()).toEqual({ sent: 2, lost: 0, pending: 0 });
    expect(lost()).toEqual([]);
    await stop();
    await close();
  });

  it('given an answer that is lost, then what was sent again counts once', async () => {
    const { note, web, flush, stop, close } = recorder();
    const batches: string[] = [];
    registry.interfere(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const batch = JSON.parse(body) as UsageBatch;
      batches.push(batch.id);
      await registry.store.record(batch);
      response.destroy();
    });
    note(web, schema, asked('{ a }'));
    await flush();
    await flush();
    registry.interfere(undefined);
    note(web, schema, asked('{ a }'));
    await flush();
    expect(new Set(batches).size).toBe(1);
    expect(batches.length).toBeGreaterThan(1);
    expect(await told()).toEqual({ 'web 1 Query.a': 2 });
    await stop();
    await close();
  });

  it('given a batch that is refused for good, then it is lost, and told so, and the next is sent', async () => {
    const { note, web, flush, tally, lost, stop, close } = recorder();
    registry.interfere((_request, response) => response.writeHead(400).end());
    note(web, schema, asked('{ a }'));
    await flush();
    expect(tally()).toEqual({ sent: 0, lost: 1, pending: 0 });
    expect(lost()).toMatchObject([{ count: 1, reason: 'the registry answers with the status 400.' }]);
    registry.interfere(undefined);
    note(web, schema, asked('{ a }'));
    await flush();
    expect(await told()).toEqual({ 'web 1 Query.a': 1 });
    await stop();
    await close();
  });

  it('given a registry that does not answer at the end, then the gateway stops, and says what is missing', async () => {
    const { note, web, stop, entries, close } = recorder();
    registry.interfere(() => {});
    note(web, schema, asked('{ a }'));
    await stop();
    expect(entries).toContainEqual(expect.objectContaining({ counts: 1 }));
    await close();
  });
});

describe('a gateway that counts', () => {
  let rooms: ForeignRooms;
  let gateway: Follower;
  beforeAll(async () => {
    rooms = await startForeignRooms();
  });
  afterAll(() => rooms.stop());
  beforeEach(async () => {
    await registry.publish(rooms.sdl);
    gateway = await startFollower(registry);
  });
  afterEach(() => gateway.stop());

  const client = { 'apollographql-client-name': 'web', 'apollographql-client-version': '1' };

  it('given requests over HTTP, then exactly those count that were valid, by client', async () => {
    const book = 'query B($id: ID!) { book(id: $id) { title } }';
    await Promise.all(Array.from({ length: 7 }, () => gateway.ask(book, client, { id: '4' })));
    await gateway.ask(book, {}, { id: '4' });
    await gateway.ask(book, client, {});
    await gateway.ask('{ nothing }', client);
    await gateway.ask('{ __schema { queryType { name } } }', client);
    await gateway.traffic.flush();
    expect(await told()).toEqual({
      'web 1 Query.book': 7,
      'web 1 Query.book(id:)': 7,
      'web 1 Book.title': 7,
      '  Query.book': 1,
      '  Query.book(id:)': 1,
      '  Book.title': 1,
    });
  });

  it('given a subscription over a WebSocket, then the client is who its connection says', async () => {
    const socket = createClient({
      url: `${gateway.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { 'apollographql-client-name': 'app', 'apollographql-client-version': '2' },
      retryAttempts: 0,
    });
    const stream = socket.iterate({ query: 'subscription { reviewed { title } }' });
    const first = stream.next();
    await eventually('a listener', async () => rooms.listeners() > 0);
    rooms.review(5);
    await first;
    await socket.dispose();
    await gateway.traffic.flush();
    expect(await told()).toEqual({ 'app 2 Subscription.reviewed': 1, 'app 2 Book.title': 1 });
  });
});
