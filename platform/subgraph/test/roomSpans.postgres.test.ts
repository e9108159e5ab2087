import { TracerProvider, type ReadableSpan } from '@opentelemetry/sdk-trace';
import { SpanStatusCode } from '@opentelemetry/api';
import { Pool, type PoolClient } from 'pg';
import { createDatabase, type TestDatabase } from '../../../test/story/house';
import { roomSpans } from '../roomSpans';
import type { RoomRequest } from '../transport';

const ended: ReadableSpan[] = [];
const provider = new TracerProvider({
  spanProcessors: [
    {
      onStart: () => {},
      onEnd: (span) => void ended.push(span),
      forceFlush: async () => {},
      shutdown: async () => {},
    },
  ],
});
const spans = roomSpans(provider.getTracer('test'));

let database: TestDatabase;
let pool: Pool;
let client: PoolClient;
beforeAll(async () => {
  database = await createDatabase();
  pool = new Pool({ connectionString: database.url });
  client = await pool.connect();
  spans.connected(client, 'shelf');
});
afterAll(async () => {
  client.release();
  await pool.end();
  await database.drop();
});
beforeEach(() => void ended.splice(0));

/** A room that sends one statement to answer anything. */
const answerWith = (text: string, values: unknown[] = []) =>
  spans
    .around({
      name: 'shelf',
      execute: async () => ({ data: (await client.query(text, values)).rows[0] }),
    } as never)
    .execute({ query: '{ any }' } as RoomRequest);

describe('a statement of a room that answers', () => {
  it('given values, then its span has its text without them', async () => {
    expect(await answerWith('select $1::text as name', ['my-secret'])).toEqual({ data: { name: 'my-secret' } });
    const [statement, answer] = ended;
    expect(statement?.parentSpanContext?.spanId).toBe(answer?.spanContext().spanId);
    expect(statement?.attributes).toMatchObject({
      'db.query.text': 'select $1::text as name',
      'db.namespace': 'shelf',
    });
    expect(JSON.stringify(ended.map(({ attributes }) => attributes))).not.toContain('my-secret');
  });

  it('given that it fails, then both spans tell its code, and the caller its error', async () => {
    await expect(answerWith('select 1 / 0')).rejects.toThrow('division by zero');
    expect(ended.map(({ name, attributes, status }) => [name, attributes['error.type'], status.code])).toEqual([
      ['room.statement', '22012', SpanStatusCode.ERROR],
      ['room.execute', '22012', SpanStatusCode.ERROR],
    ]);
  });

  it('given nobody who is answered, then it has no span', async () => {
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    expect(ended).toEqual([]);
  });
});
