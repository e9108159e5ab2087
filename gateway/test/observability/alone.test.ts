import { readFlags } from '../../standalone/flags';
import { startStandalone, type Standalone } from '../../standalone/start';
import { startForeignRooms, type ForeignRooms } from '../standalone/graph';
import { scrape } from './scrape';
import { temporaryFile } from '../../../test/story/files';

// Starts servers.
jest.setTimeout(30_000);

let rooms: ForeignRooms;
let alone: Standalone;
beforeEach(async () => {
  rooms = await startForeignRooms();
  alone = await start('0');
});
afterEach(async () => {
  await alone.stop();
  await rooms.stop();
});

function start(metricsPort: string): Promise<Standalone> {
  const file = temporaryFile('graph.graphql', rooms.sdl);
  const args = ['--supergraph', file, '--port', '0', '--log', 'silent', '--metrics-port', metricsPort];
  return startStandalone(readFlags(args, {}));
}

async function ask(query: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await (await fetch(`${alone.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })).json();
}
const breaker = async (room: string) =>
  (await scrape(alone.metricsUrl as string)).get(`agora_room_breaker_state{room="${room}"}`);

describe('metrics of the gateway alone', () => {
  it('given a room that goes away, then its breaker opens, and its fetches count as unavailable', async () => {
    await ask('{ book(id: "1") { title stars } }');
    expect([await breaker('books'), await breaker('Reviews & Stars')]).toEqual([0, 0]);
    await rooms.books.stop();
    for (let turn = 0; turn < 8; turn++) await ask('{ book(id: "1") { title } }');
    expect([await breaker('books'), await breaker('Reviews & Stars')]).toEqual([2, 0]);
    const fetches = 'agora_room_fetch_duration_seconds_count{room="books",outcome';
    const all = await scrape(alone.metricsUrl as string);
    expect([all.get(`${fetches}="ok"}`), all.get(`${fetches}="unavailable"}`)]).toEqual([1, 8]);
    expect(all.get('agora_refusals_total{code="UNAVAILABLE"}')).toBe(8);
  });

  it('given a port of metrics that is taken, then a sentence with another one, and nothing stays open', async () => {
    const port = Number(new URL(alone.metricsUrl as string).port);
    await expect(start(String(port))).rejects.toThrow(`choose another one: --metrics-port ${port + 1}`);
  });
});
