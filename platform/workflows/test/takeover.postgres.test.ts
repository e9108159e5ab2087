import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Client } from 'pg';
import pino from 'pino';
import { createDatabase, startTestHouse, type TestDatabase } from '../../../test/story/house';
import { eventually } from '../../../test/story/rest';
import { demoTenant } from '../../identity/tenants';
import { serviceEnvelope } from '../../subgraph/room';
import { shelf, type Context } from '../../test/shelf/subgraph';
import { openExecutor, type Executor } from '../executor';

const log = pino({ level: 'silent' });
const NAME = { application: 'agora-orders', prefix: 'orders' };

describe('the name of an executor', () => {
  let database: TestDatabase;
  let open: Executor[];
  beforeAll(async () => void (database = await createDatabase()));
  afterAll(() => database.drop());
  beforeEach(() => void (open = []));
  afterEach(async () => {
    for (const each of open) await each.stop();
  });
  async function take(name: { application: string; prefix: string; id?: string } = NAME): Promise<Executor> {
    const executor = await openExecutor(database.url, name, log);
    open.push(executor);
    return executor;
  }

  it('is the first that is free, and free again when its owner is gone', async () => {
    const [one, two] = [await take(), await take()];
    expect([one.id, two.id]).toEqual(['orders', 'orders-2']);
    await one.stop();
    open = [two];
    expect((await take()).id).toBe('orders');
  });

  it('given one that another has, then it waits for it', async () => {
    const named = { ...NAME, id: 'orders-a' };
    const one = await take(named);
    const waiting = take(named);
    await one.stop();
    open = [];
    expect((await waiting).id).toBe('orders-a');
  });

  it('given a connection that is lost, then it is taken again', async () => {
    const { id } = await take({ ...NAME, prefix: 'lost' });
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'agora executor'`,
    );
    const isFree = `select pg_try_advisory_lock(4711002, hashtext($1)) as free, pg_advisory_unlock(4711002, hashtext($1))`;
    await eventually('it is held again', async () => !(await client.query(isFree, [id])).rows[0].free);
    await client.end();
  });
});

it('given an executor that dies in the middle of a saga, then another that lives ends it', async () => {
  const database = await createDatabase();
  const house = await startTestHouse([shelf], database);
  const killed = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(__dirname, 'crashing.process.ts'), database.url, 'doomed'],
    { stdio: 'inherit' },
  );
  expect(await once(killed, 'exit')).toEqual([null, 'SIGKILL']);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const saga = async () =>
    (await client.query(`select status, executor_id from dbos.workflow_status where name = 'users.read-book'`)).rows[0];
  expect(await saga()).toEqual({ status: 'PENDING', executor_id: 'local-2' });
  await eventually('it has ended', async () => (await saga()).status === 'SUCCESS');
  expect(await saga()).toEqual({ status: 'SUCCESS', executor_id: 'local' });
  const context = house.room('users').contextFor(serviceEnvelope('users', demoTenant, 'test')) as unknown as Context;
  expect((await context.repositories.books.byId('doomed'))?.copies).toBe(2);
  await client.end();
  await house.stop();
});
