import { asc, eq, sql } from 'drizzle-orm';
import { bigint, boolean, integer, jsonb, text, timestamp } from 'drizzle-orm/pg-core';
import { Client } from 'pg';
import { startShelf, type Shelf } from '../../test/shelf/story';
import { schema } from '../../test/shelf/tables';
import { openRoomDatabase, type RoomDatabase } from '../database';
import { assignments, columnsOf, insertOf, readRow } from '../rows';
import { instant, minorUnits } from '../tables';

/** A column of every kind that rooms have, and some that are harder to read. */
const kinds = schema.table('kinds', {
  id: text('id').primaryKey(),
  words: text('words').array(),
  count: integer('count').notNull().default(7),
  minor: minorUnits('minor'),
  position: bigint('position', { mode: 'number' }).generatedAlwaysAsIdentity(),
  flag: boolean('flag'),
  at: instant('at'),
  exactly: timestamp('exactly', { withTimezone: true, mode: 'date' }),
  document: jsonb('document').$type<unknown>(),
});
type NewKind = Omit<typeof kinds.$inferInsert, 'id'>;

let shelf: Shelf;
let database: RoomDatabase;
beforeAll(async () => {
  shelf = await startShelf();
  const server = new Client({ connectionString: shelf.databaseUrl });
  await server.connect();
  await server.query(`
    create table users.kinds (
      id text primary key, words text[], count integer not null default 7, minor bigint,
      position bigint generated always as identity, flag boolean, at timestamptz(3), exactly timestamptz, document jsonb);
    grant select, insert, update on users.kinds to agora_users`);
  await server.end();
  database = openRoomDatabase({ url: shelf.databaseUrl, room: 'users', connections: 1 });
});
afterAll(async () => {
  await database.close();
  await shelf.stop();
});

const demo = () => database.forTenant('demo');
async function readBoth(id: string) {
  const { rows } = await demo().execute(sql`select ${columnsOf(kinds)} from ${kinds} where ${kinds.id} = ${id}`);
  const [drizzles] = await demo().select().from(kinds).where(eq(kinds.id, id));
  return { ours: readRow(kinds, rows[0] as Record<string, unknown>), drizzles };
}
const withoutName = (row: typeof kinds.$inferSelect) => ({ ...row, id: null, position: null });

const nothing = { words: null, minor: null, flag: null, at: null, exactly: null, document: null };
const CASES: [string, NewKind][] = [
  ['nothing', {}],
  ['nulls', nothing],
  ['empty values', { words: [], minor: 0, flag: false, document: {} }],
  ['words that must be quoted', { words: ['a,b', '{}', '"', '\\', '', 'null', "'; drop table x; --"] }],
  ['the largest number that is exact', { minor: Number.MAX_SAFE_INTEGER, count: -(2 ** 31) }],
  ['times', { at: new Date('2026-02-28T23:59:59.999Z'), exactly: new Date(0) }],
  ['times before our era of computers', { at: new Date('1815-12-10T00:00:00.001Z') }],
  ['documents', { document: [{ a: null, b: [1.5, 'x', true], 'c"d': { e: 'é€😀' } }] }],
  ['a document that is a text', { document: 'lamp' }],
];

describe('a row', () => {
  it.each(CASES)('given %s, is written and read as drizzle does', async (name, values) => {
    await demo()
      .insert(kinds)
      .values({ id: `drizzle ${name}`, ...values });
    await demo().execute(insertOf(kinds, { id: `ours ${name}`, ...values }));
    const [theirs, ours] = [await readBoth(`drizzle ${name}`), await readBoth(`ours ${name}`)];
    expect(theirs.ours).toEqual(theirs.drizzles);
    expect(ours.ours).toEqual(ours.drizzles);
    expect(withoutName(ours.ours)).toEqual(withoutName(theirs.ours));
  });

  it.each(CASES)('given %s, is changed as drizzle does', async (name, values) => {
    const full: NewKind = {
      words: ['x'],
      minor: 5,
      flag: true,
      at: new Date(),
      exactly: new Date(),
      document: { x: 1 },
    };
    await demo()
      .insert(kinds)
      .values([
        { id: `1 ${name}`, ...full },
        { id: `2 ${name}`, ...full },
      ]);
    const set = { ...values, count: sql`${kinds.count} + 1` };
    await demo()
      .update(kinds)
      .set(set)
      .where(eq(kinds.id, `1 ${name}`));
    await demo().execute(sql`update ${kinds} set ${assignments(kinds, set)} where id = ${`2 ${name}`}`);
    const [theirs, ours] = [await readBoth(`1 ${name}`), await readBoth(`2 ${name}`)];
    expect(withoutName(ours.ours)).toEqual(withoutName(theirs.ours));
    expect(ours.ours).toEqual(ours.drizzles);
  });

  it('given what only Postgres can write, is read as drizzle reads it', async () => {
    await demo().execute(sql`
      insert into users.kinds (id, minor, at, exactly, document, words) values
        ('p1', 9007199254740993, '2026-01-01 00:00:00.1239+05:30', '2026-01-01 00:00:00.123456+00', 'null', '{a,NULL}'),
        ('p2', -9223372036854775808, '0044-03-15 00:00:00+00', '1999-12-31 23:59:59.9999+00', '"5"', array[null]::text[]),
        ('p3', null, '2026-06-01 12:00:00-07', '12026-01-01 00:00:00+00', '[null]', '{}')`);
    const { rows } = await demo().execute(sql`select ${columnsOf(kinds)} from ${kinds} where id ~ '^p' order by id`);
    const drizzles = await demo()
      .select()
      .from(kinds)
      .where(sql`id ~ '^p'`)
      .orderBy(asc(kinds.id));
    expect(rows.map((row) => readRow(kinds, row))).toEqual(drizzles);
  });
});
