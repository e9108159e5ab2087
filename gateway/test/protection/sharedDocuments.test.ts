import { createHash } from 'node:crypto';
import pino from 'pino';
import { openRedis } from '../../../platform/redis/connection';
import { startRedis, type RedisServer } from '../../../platform/redis/server';
import { describeWithRedis } from '../../../test/redis/redis';
import { eventually } from '../../../test/story/rest';
import { sharedDocuments, type SharedDocuments } from '../../protection/persisted/shared';
import { usualProtection } from '../../protection/protection';
import { startTestEdge, type TestEdge } from '../edge';

const log = pino({ level: 'silent' });
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const named = (text: string, query?: string) => ({
  query,
  extensions: { persistedQuery: { version: 1, sha256Hash: hash(text) } },
});

describeWithRedis('documents that gateways share', () => {
  let server: RedisServer;
  let stores: SharedDocuments[];
  let edges: TestEdge[];
  beforeEach(async () => {
    server = await startRedis();
    [stores, edges] = [[], []];
    await open();
    await open();
  });
  afterEach(async () => {
    for (const edge of edges) await edge.stop();
    for (const { stop } of stores) await stop();
    await server.stop();
  });

  /** A gateway that has its connection. */
  async function open(): Promise<TestEdge> {
    const shared = sharedDocuments(server.url, log);
    stores.push(shared);
    await eventually('it is connected', async () => {
      await shared.keep('probe', 'probe');
      return (await shared.find('probe')) === 'probe';
    });
    const edge = await startTestEdge({ protection: { ...usualProtection, persisted: { mode: 'log', shared } } });
    edges.push(edge);
    return edge;
  }
  async function send(at: number, body: object) {
    const { status, body: answer } = await (edges[at] as TestEdge).post(body);
    return [status, answer.errors?.[0]?.extensions.code ?? Object.keys(answer.data ?? {})[0]];
  }

  it('given one that was registered at a gateway, then every other takes its hash, one that starts later as well', async () => {
    const query = 'query Who { whoAsks }';
    expect(await send(1, named(query))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
    expect(await send(0, named(query, query))).toEqual([200, 'whoAsks']);
    expect(await send(1, named(query))).toEqual([200, 'whoAsks']);
    await open();
    expect(await send(2, named(query))).toEqual([200, 'whoAsks']);
  });

  it('given one that was registered, then a WebSocket at another gateway takes its hash', async () => {
    const query = 'query Who { whoAsks }';
    await send(0, named(query, query));
    const { extensions } = named(query);
    const answer = new Promise((resolve, reject) => {
      const sink = { next: resolve, error: reject, complete: () => {} };
      (edges[1] as TestEdge).socket().subscribe({ query: '', extensions }, sink);
    });
    expect(await answer).toMatchObject({ data: { whoAsks: expect.any(String) } });
  });

  it('given what is not that of its hash, then it is not taken', async () => {
    const redis = openRedis({ url: server.url, name: 'test', log });
    await redis.hset('{agora:apq}:bodies', hash('{ whoAsks }'), '{ books { id } }');
    redis.disconnect();
    expect(await send(0, named('{ whoAsks }'))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
  });

  it('given more than there is room for, then the longest unused go', async () => {
    const small = sharedDocuments(server.url, log, 30);
    stores.push(small);
    await eventually('it is connected', async () => {
      await small.keep('a', 'a'.repeat(10));
      return small.find('a');
    });
    for (const each of ['b', 'c', 'd']) await small.keep(each, each.repeat(10));
    const found = await Promise.all(['a', 'b', 'c', 'd'].map(small.find));
    expect(found.map((body) => body?.[0])).toEqual([undefined, 'b', 'c', 'd']);
  });

  it('given a Redis that is gone, then each gateway takes what it was told itself', async () => {
    const query = 'query Who { whoAsks }';
    await server.stop();
    expect(await send(0, named(query, query))).toEqual([200, 'whoAsks']);
    expect(await send(0, named(query))).toEqual([200, 'whoAsks']);
    expect(await send(1, named(query))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
  });
});
