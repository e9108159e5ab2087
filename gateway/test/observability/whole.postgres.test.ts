import { startTestAgora, type TestAgora } from '../../../test/story/agora';
import { startAgora } from '../../agora';
import { readSettings } from '../../settings';
import { scrape } from './scrape';

let agora: TestAgora & { readonly metricsUrl?: string };
beforeAll(async () => void (agora = await startTestAgora({ environment: { METRICS_PORT: '0' } })));
afterAll(() => agora.stop());

it('given METRICS_PORT, then fetches of the rooms of this process are measured', async () => {
  await agora.graphql('query Shelf { products(first: 1) { totalCount } }');
  const metrics = await scrape(agora.metricsUrl as string);
  expect(metrics.get('agora_room_fetch_duration_seconds_count{room="catalog",outcome="ok"}')).toBeGreaterThan(0);
  expect([...metrics.keys()].filter((name) => name.startsWith('agora_room_breaker_state'))).toEqual([]);
});

it('given a port of metrics that is taken, then Agora does not start, and says what to do', async () => {
  const { port } = new URL(agora.metricsUrl as string);
  const settings = readSettings({
    PORT: '0',
    METRICS_PORT: port,
    DATABASE_URL: agora.databaseUrl,
    LOG_LEVEL: 'silent',
  });
  await expect(startAgora({ settings })).rejects.toThrow(
    `Port ${port} is in use. Stop the program that has it, or choose another one: METRICS_PORT=${Number(port) + 1} npm start`,
  );
});
