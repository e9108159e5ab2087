import pino from 'pino';
import { eventually } from '../../../test/story/rest';
import { openObservability } from '../../observability/observability';
import { startForeignRooms } from '../standalone/graph';
import { startFollower, startRegistry } from '../supergraph/followed';
import { scrape } from './scrape';

const log = pino({ level: 'silent' });
const how = { host: 'HOST=', port: (other: number) => `METRICS_PORT=${other}` };

describe('metrics of a gateway that follows a registry', () => {
  it('tell which release is served, what came of asking, and what became of counts', async () => {
    const [rooms, registry] = await Promise.all([startForeignRooms(), startRegistry()]);
    await registry.publish(rooms.sdl);
    const { version } = (await registry.store.live())!;
    const observability = await openObservability({
      host: '127.0.0.1',
      metricsPort: 0,
      serviceName: 'test',
      log,
      how,
    });
    const gateway = await startFollower(registry, { observability });
    const read = () => scrape(observability.metricsUrl as string);
    await gateway.ask('{ book(id: "4") { title } }');
    await gateway.traffic.flush();
    await registry.publish('nonsense {');
    await eventually(
      'a refusal',
      async () => (await read()).get('agora_supergraph_swaps_total{outcome="refused"}') === 1,
    );

    const metrics = await read();
    const info = [...metrics.keys()].find((name) => name.startsWith('agora_supergraph_info'));
    expect(info).toMatch(new RegExp(`id="[\\da-f]{12}",source="registry",version="${version}",release="1"`));
    expect(metrics.get('agora_supergraph_contact_age_seconds')).toBeLessThan(60);
    expect(metrics.get('agora_supergraph_polls_total{outcome="changed"}')).toBe(1);
    expect(metrics.get('agora_traffic_counts_total{outcome="sent"}')).toBe(3);
    expect(metrics.get('agora_traffic_counts_total{outcome="lost"}')).toBe(0);
    expect(metrics.get('agora_traffic_counts_pending')).toBe(0);

    await gateway.stop();
    await observability.stop();
    await registry.stop();
    await rooms.stop();
  });
});
