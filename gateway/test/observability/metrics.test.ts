import pino from 'pino';
import { operationNames } from '../../observability/metrics/operationNames';
import { OBSERVED, SAMPLED } from '../../observability/metrics/definitions';
import { openObservability, type Observability } from '../../observability/observability';
import { startTestEdge, type TestEdge } from '../edge';
import { rawSocket } from '../subscriptions/live';
import { until } from '../subscriptions/until';
import { scrape } from './scrape';

const log = pino({ level: 'silent' });
const how = { host: 'HOST=', port: (other: number) => `METRICS_PORT=${other} npm start` };
const open = (metricsPort: number) =>
  openObservability({ host: '127.0.0.1', metricsPort, serviceName: 'test', log, how });

let observability: Observability;
let edge: TestEdge;
beforeEach(async () => {
  observability = await open(0);
  edge = await startTestEdge({ observability });
});
afterEach(async () => {
  await edge.stop();
  await observability.stop();
});

const read = () => scrape(observability.metricsUrl as string);
/** A request is over for the server when its answer has left, which a client may know before. */
async function valueOf(name: string, value: number): Promise<void> {
  for (let turn = 0; (await read()).get(name) !== value; turn++) {
    if (turn > 200) throw new Error(`${name} is ${(await read()).get(name)}, not ${value}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const BOOK = 'query Book { book(id: "1") { title stars } }';

describe('metrics', () => {
  it('count requests by outcome and kind, and how long they took', async () => {
    for (let turn = 0; turn < 3; turn++) await edge.query(BOOK);
    await edge.query('mutation { rename(id: "1", title: "x") { title } }');
    await edge.query('{ nothing }');
    await edge.query('query Broken { book(id: "1") { broken } }');
    const count = (kind: string, outcome: string) =>
      `agora_request_duration_seconds_count{protocol="http",kind="${kind}",outcome="${outcome}"}`;
    await valueOf(count('query', 'ok'), 3);
    await valueOf(count('mutation', 'ok'), 1);
    await valueOf(count('query', 'refused'), 1);
    await valueOf(count('query', 'failed'), 1);
    const all = await read();
    expect(all.get('agora_request_duration_seconds_bucket{le="+Inf",protocol="http",kind="query",outcome="ok"}')).toBe(
      3,
    );
    expect(all.get('agora_operations_total{operation="Book",kind="query",outcome="ok"}')).toBe(3);
    expect(all.get('agora_operations_total{operation="anonymous",kind="mutation",outcome="ok"}')).toBe(1);
    expect(all.get('agora_operations_total{operation="other",kind="query",outcome="failed"}')).toBe(1);
  });

  it('count fetches of rooms, and plans', async () => {
    for (let turn = 0; turn < 3; turn++) await edge.query(BOOK);
    await edge.query('{ book(id: "1") { broken } }');
    const all = await read();
    const fetches = (room: string, outcome: string) =>
      all.get(`agora_room_fetch_duration_seconds_count{room="${room}",outcome="${outcome}"}`);
    expect([fetches('catalog', 'ok'), fetches('catalog', 'errors'), fetches('reviews', 'ok')]).toEqual([3, 1, 3]);
    expect(['entries', 'misses_total', 'hits_total'].map((each) => all.get(`agora_plan_cache_${each}`))).toEqual([
      2, 2, 2,
    ]);
  });

  it('count what is refused, by its code', async () => {
    await edge.query(`{ ${'whoAsks '.repeat(21)} }`);
    await edge.query('{ whoAsks }', { authorization: 'Bearer x' });
    await edge.post('{ whoAsks }', { 'content-type': 'text/plain' });
    for (const code of ['LIMIT_EXCEEDED', 'UNAUTHENTICATED', 'BAD_REQUEST'])
      await valueOf(`agora_refusals_total{code="${code}"}`, 1);
  });

  it('count what is live', async () => {
    const client = await rawSocket(edge);
    await client.introduce();
    client.subscribe('a', 'counted');
    client.subscribe('b', 'counted');
    await until(() => edge.listeners('counted') === 1);
    await valueOf('agora_live_subscriptions', 2);
    await valueOf('agora_live_sockets', 1);
    edge.review('counted', 5);
    await until(() => client.heard('next').length === 2);
    await valueOf('agora_live_events_delivered_total', 2);
    client.send({ type: 'complete', id: 'a' });
    await valueOf('agora_live_subscriptions', 1);
    client.send({ type: 'nonsense' });
    expect((await client.closed)[0]).toBe(4400);
    await valueOf('agora_live_subscriptions', 0);
    await valueOf('agora_live_sockets', 0);
    await valueOf('agora_live_socket_closes_total{code="4400"}', 1);
  });

  it('count streams over HTTP for as long as they are open', async () => {
    const left = new AbortController();
    const body = JSON.stringify({ query: 'subscription { reviewed(bookId: "streamed") { stars } }' });
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
    await fetch(`${edge.url}/graphql/stream`, { method: 'POST', headers, body, signal: left.signal });
    await valueOf('agora_live_streams', 1);
    await valueOf('agora_live_subscriptions', 1);
    left.abort();
    await valueOf('agora_live_streams', 0);
    await valueOf('agora_live_subscriptions', 0);
    await valueOf('agora_operations_total{operation="anonymous",kind="subscription",outcome="left"}', 1);
  });

  it('given a client that does not wait for its answer, then it has left', async () => {
    const left = new AbortController();
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ slow }' });
    const asking = fetch(`${edge.url}/graphql`, { method: 'POST', headers, body, signal: left.signal });
    await until(() => edge.seen.length === 1);
    left.abort();
    await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
    await valueOf('agora_request_duration_seconds_count{protocol="http",kind="query",outcome="left"}', 1);
    edge.release();
  });

  it('tell which supergraph is served, and what became of others', async () => {
    const id = async () => [...(await read()).keys()].filter((name) => name.startsWith('agora_supergraph_info'));
    const first = await id();
    expect(first).toEqual([
      expect.stringMatching(/^agora_supergraph_info\{id="[\da-f]{12}",source="local",version="",release=""\}$/),
    ]);
    expect(await edge.edge.swap('nonsense {')).toBe(false);
    expect(await id()).toEqual(first);
    expect((await read()).get('agora_supergraph_swaps_total{outcome="refused"}')).toBe(1);
  });

  it('tell of every metric that is described, and how Node does', async () => {
    const text = await (await fetch(`${observability.metricsUrl}/metrics`)).text();
    for (const name of [...Object.keys(OBSERVED), ...Object.keys(SAMPLED)]) expect(text).toContain(`# TYPE ${name} `);
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds [\d.e-]+$/m);
    expect(text).toMatch(/^nodejs_heap_size_used_bytes \d+$/m);
  });
});

describe('the port of metrics', () => {
  it('has a health of its own, and nothing else', async () => {
    const status = async (path: string) => (await fetch(`${observability.metricsUrl}${path}`)).status;
    expect([await status('/health'), await status('/metrics'), await status('/graphql')]).toEqual([200, 200, 404]);
  });

  it('given a port that is taken, then a sentence with another one', async () => {
    const port = Number(new URL(observability.metricsUrl as string).port);
    await expect(open(port)).rejects.toThrow(
      `Port ${port} is in use. Stop the program that has it, or choose another one: METRICS_PORT=${port + 1} npm start`,
    );
  });
});

describe('names of operations', () => {
  it('given no manifest, then the first hundred that were answered are told apart', () => {
    const labelOf = operationNames();
    expect(labelOf(undefined, true)).toBe('anonymous');
    expect(labelOf('Refused', false)).toBe('other');
    expect(labelOf('x'.repeat(65), true)).toBe('other');
    const labels = Array.from({ length: 200 }, (_, n) => labelOf(`Operation${n}`, true));
    expect(new Set(labels).size).toBe(101);
    expect([labelOf('Operation7', false), labelOf('Operation150', true)]).toEqual(['Operation7', 'other']);
  });

  it('given a manifest, then its operations alone', () => {
    const labelOf = operationNames(new Set(['Listed']));
    expect([labelOf('Listed', false), labelOf('Another', true)]).toEqual(['Listed', 'other']);
  });
});
