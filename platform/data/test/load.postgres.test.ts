import { sql } from 'drizzle-orm';
import { jsonb, pgSchema, text } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Client } from 'pg';
import { startShelf, type Shelf } from '../../test/shelf/story';
import { insertRows, landRows, type LoadDb, stageRows } from '../load';
import { instant } from '../tables';

const schema = pgSchema('users');
const things = schema.table('things', {
  name: text('name').notNull(),
  words: text('words').array(),
  more: jsonb('more'),
  at: instant('at'),
  kind: text('kind').notNull().default('plain'),
});
const named = { name: 'a', words: null, more: null, at: null };

let shelf: Shelf;
let client: Client;
let db: LoadDb;
beforeAll(async () => {
  shelf = await startShelf();
});
beforeEach(async () => {
  client = new Client({ connectionString: shelf.databaseUrl });
  await client.connect();
  await client.query(`begin; set local search_path to users;
    create table things (name text not null, words text[], more jsonb, at timestamptz(3), kind text not null default 'plain')`);
  db = drizzle({ client });
});
afterEach(async () => {
  await client.query('rollback');
  await client.end();
});
afterAll(() => shelf.stop());

const all = async () => (await db.execute(sql`select name, words, more, at, kind from things`)).rows;

test('what is loaded is what was given, whatever characters it holds', async () => {
  const at = new Date('2026-03-04T05:06:07.089Z');
  const hostile = 'tab\t, line\n, return\r, \\N, \\., "quoted", {braces}, null, é, 試';
  await insertRows(db, things, [
    { name: hostile, words: [hostile, ''], more: { [hostile]: [hostile, 1, true, null] }, at },
    named,
  ]);
  expect(await all()).toEqual([
    expect.objectContaining({
      name: hostile,
      words: [hostile, ''],
      more: { [hostile]: [hostile, 1, true, null] },
      kind: 'plain',
    }),
    { ...named, kind: 'plain' },
  ]);
  const { rows } = await db.execute(sql`select 1 from things where at = ${at.toISOString()}`);
  expect(rows).toHaveLength(1);
});

test('given more rows than are sent at a time, then they stand in their order', async () => {
  const names = Array.from({ length: 12_000 }, (_, index) => `thing ${index}`);
  await insertRows(
    db,
    things,
    names.map((name) => ({ ...named, name })),
  );
  expect((await all()).map(({ name }) => name)).toEqual(names);
});

test('what is staged is written when it is landed, and once', async () => {
  await stageRows(db, things, [named]);
  await stageRows(db, things, [{ ...named, name: 'b' }]);
  expect(await all()).toEqual([]);
  await landRows(db, things);
  await landRows(db, things);
  expect((await all()).map(({ name }) => name)).toEqual(['a', 'b']);
});

test.each([
  ['that the table refuses', { ...named, name: null as never }, 'null value'],
  ['that cannot be read', { ...named, at: 'never' as never }, 'invalid input syntax'],
])('a row %s is an error', async (_which, row, message) => {
  await expect(insertRows(db, things, [row])).rejects.toThrow(message);
});
