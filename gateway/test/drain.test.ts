import { once } from 'node:events';
import { request as httpRequest, Agent } from 'node:http';
import { WebSocket } from 'ws';
import { openFrontDoor } from '../http/frontDoor';
import { startTestEdge, type TestEdge } from './edge';

const ready = async (url: string) => {
  const response = await fetch(`${url}/health/ready`);
  return [response.status, ((await response.json()) as { status: string }).status];
};

describe('before it is ready', () => {
  it('lives, is not ready, and says to everything else that it is starting', async () => {
    const door = await openFrontDoor({ port: 0, host: '127.0.0.1' });
    expect((await fetch(`${door.url}/health/live`)).status).toBe(200);
    expect(await ready(door.url)).toEqual([503, 'starting']);
    const answer = await fetch(`${door.url}/graphql`, { method: 'POST', body: '{}' });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    await expect(once(new WebSocket(`${door.url.replace('http', 'ws')}/graphql`), 'open')).rejects.toThrow('503');
    await door.close();
  });

  it('given a database that does not answer, then it is not ready', async () => {
    const door = await openFrontDoor({ port: 0, host: '127.0.0.1' });
    door.open({ handle: () => {}, upgrade: () => {}, check: async () => false });
    expect(await ready(door.url)).toEqual([503, 'database unreachable']);
    await door.close();
  });

  it('given a port that is taken, then it throws', async () => {
    const door = await openFrontDoor({ port: 0, host: '127.0.0.1' });
    await expect(openFrontDoor({ port: Number(new URL(door.url).port), host: '127.0.0.1' })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    await door.close();
  });
});

describe('while it drains', () => {
  let edge: TestEdge;
  beforeEach(async () => void (edge = await startTestEdge()));
  afterEach(() => edge.stop());

  it('lets what is under way finish, and nobody else in', async () => {
    const slow = edge.query('{ slow }');
    while (edge.seen.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const drained = edge.door.drain(10_000);
    expect(await ready(edge.url)).toEqual([503, 'draining']);
    expect((await edge.query('{ __typename }')).status).toBe(503);
    edge.release();
    expect((await slow).body).toEqual({ data: { slow: 'at last' } });
    await drained;
  });

  it('given a request that does not end, then it waits no longer than its patience', async () => {
    const agent = new Agent();
    const request = httpRequest(`${edge.url}/graphql`, {
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/json' },
    });
    request.on('error', () => {});
    request.end('{"query":"{ slow }"}');
    while (edge.seen.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await edge.door.drain(50);
    request.destroy();
  });

  it('sends sockets away with 1001, and ends streams with the reason', async () => {
    const socket = new WebSocket(`${edge.wsUrl}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    const closed = once(socket, 'close');
    const query = encodeURIComponent('subscription { reviewed(bookId: "1") { stars } }');
    const stream = await fetch(`${edge.url}/graphql/stream?query=${query}`, {
      headers: { accept: 'text/event-stream' },
    });
    edge.edge.endLive();
    expect((await closed)[0]).toBe(1001);
    const told = await stream.text();
    expect(told).toContain('"code":"UNAVAILABLE"');
    expect(told).toContain('event: complete');
    await edge.door.drain(5_000);
  });
});
