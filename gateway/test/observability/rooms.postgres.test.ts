import { startTestAgora, type TestAgora } from '../../../test/story/agora';
import { startStory } from '../../../test/story/shop';
import { startCollector, valuesOf, type Collector, type OtlpSpan } from './collector';

// Starts all of Agora, and loads what sends spans.
jest.setTimeout(120_000);

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const FETCH = 'b7ad6b7169203331';

let collector: Collector;
let spans: readonly OtlpSpan[];
const named = (name: string) => spans.filter((span) => span.name === name);
const below = ({ spanId }: OtlpSpan) => spans.filter(({ parentSpanId }) => parentSpanId === spanId);

/** What a service does with the headers that it is asked with. */
function askFromElsewhere({ house }: TestAgora) {
  const identity = { kind: 'guest' } as const;
  return house.room('catalog').execute({
    query: '{ categories { name } }',
    envelope: { requestId: 'req-elsewhere', tenant: 'demo', locale: 'en-US', currency: 'USD', identity },
    propagated: { traceparent: `00-${TRACE}-${FETCH}-01` },
  });
}

beforeAll(async () => {
  collector = await startCollector();
  const agora = await startTestAgora({ environment: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
  const { clerk } = await startStory(agora);
  await agora.graphql('query Me { me { email } products(first: 1) { totalCount } }', {}, await clerk.caller());
  await agora.graphql('query Nobodys { order(id: "ord_secret") { id } }');
  await askFromElsewhere(agora);
  // The last spans are sent when it stops.
  await agora.stop();
  spans = collector.spans();
});
afterAll(() => collector.stop());

describe('spans of rooms in one process', () => {
  it('given a fetch, then the room answers below it, and its statements stand below that', () => {
    const fetches = named('gateway.fetch').filter((span) =>
      String(valuesOf(span)['graphql.operation.name']).startsWith('Me__'),
    );
    expect(new Set(fetches.map((fetch) => valuesOf(fetch)['agora.room']))).toEqual(new Set(['catalog', 'users']));
    for (const fetch of fetches) {
      const [answered, ...others] = below(fetch);
      if (!answered) throw new Error('The room has no span.');
      expect(others).toEqual([]);
      const room = valuesOf(fetch)['agora.room'];
      expect([answered.name, valuesOf(answered)['agora.room']]).toEqual(['room.execute', room]);
      const statements = below(answered);
      expect(statements.length).toBeGreaterThan(0);
      for (const statement of statements) {
        expect(statement).toMatchObject({ name: 'room.statement', traceId: fetch.traceId });
        expect(valuesOf(statement)).toMatchObject({
          'db.system.name': 'postgresql',
          'db.namespace': room,
          'db.operation.name': 'SELECT',
          'db.query.text': expect.stringMatching(/^select /i),
        });
      }
    }
  });

  it('given a room that refuses, then its span tells the code, and nothing that was sent', () => {
    const [refused] = named('room.execute').filter((span) => valuesOf(span)['error.type'] === 'UNAUTHENTICATED');
    expect(refused?.status.code).toBe(2);
    expect(collector.bodies.join()).not.toContain('ord_secret');
  });
});

it('given a room that is asked with a traceparent, as over HTTP, then it answers below that', () => {
  const [answered] = spans.filter(({ parentSpanId }) => parentSpanId === FETCH);
  expect(answered).toMatchObject({ name: 'room.execute', traceId: TRACE });
  expect(below(answered as OtlpSpan).map(({ name }) => name)).toContain('room.statement');
});

it('given statements that nobody waits for, such as those for events, then they have no span', () => {
  const answered = new Set([...named('room.execute'), ...named('room.subscribe')].map(({ spanId }) => spanId));
  for (const { parentSpanId } of named('room.statement')) expect(answered).toContain(parentSpanId);
});
