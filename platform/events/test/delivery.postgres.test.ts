import { Client } from 'pg';
import { UserSignedUp } from '../../contracts/users';
import { newId } from '../../kernel/ids';
import { startShelf, type Shelf } from '../../test/shelf/story';

let shelf: Shelf;
beforeAll(async () => void (shelf = await startShelf()));
afterAll(() => shelf.stop());

const message = (userId: string, tenant = 'demo') => ({
  id: newId('evt', new Date()),
  tenant,
  type: UserSignedUp.type,
  payload: { userId, displayName: 'Ada' },
  occurredAt: new Date(),
});
const found = (id: string, tenant = 'demo') => shelf.context(tenant).repositories.books.byId(id);

describe('an event', () => {
  it('is published with its transaction', async () => {
    await shelf
      .context()
      .transaction(async (tx) => tx.publish(UserSignedUp, { userId: 'committed', displayName: 'Ada' }));
    await shelf.settle();
    expect(await found('committed')).toMatchObject({ title: 'Welcome, Ada' });
  });

  it('is not published when its transaction fails', async () => {
    const failed = shelf.context().transaction(async (tx) => {
      tx.publish(UserSignedUp, { userId: 'rolled-back', displayName: 'Ada' });
      throw new Error('after all, no');
    });
    await expect(failed).rejects.toThrow('after all');
    await shelf.settle();
    expect(await found('rolled-back')).toBeNull();
  });

  it('given it is delivered five times, at once and later, has its effect once', async () => {
    const event = message('twice');
    await Promise.all(Array.from({ length: 4 }, () => shelf.bus.publish([event])));
    await shelf.settle();
    await shelf.bus.publish([event]);
    await shelf.settle();
    // A second effect would break the primary key, and the event would stand unprocessed.
    expect(await found('twice')).not.toBeNull();
    expect(await shelf.context().repositories.books.pending()).toBe(0);
  });

  it('is handled as soon as it is there, and not when the worker next looks by itself', async () => {
    for (let count = 0; count < 60; count += 1) {
      const id = `soon-${count}`;
      await shelf.bus.publish([message(id)]);
      const deadline = performance.now() + 3000;
      while (!(await found(id)) && performance.now() < deadline);
      expect({ id, handled: (await found(id)) !== null }).toEqual({ id, handled: true });
    }
  });

  it('reaches its own tenant alone', async () => {
    await shelf.bus.publish([message('theirs', 'other')]);
    await shelf.settle();
    expect(await found('theirs', 'other')).not.toBeNull();
    expect(await found('theirs', 'demo')).toBeNull();
  });

  it('is handled in one round with those of other tenants', async () => {
    await shelf.bus.publish([message('first', 'demo'), message('second', 'other'), message('third', 'demo')]);
    await shelf.room('users').drain();
    expect(await Promise.all([found('first'), found('second', 'other'), found('third')])).not.toContain(null);
  });

  it('given a handler that fails, waits for another try and holds nobody up', async () => {
    await shelf.context().repositories.books.insert({ id: 'in-the-way', title: 'old', copies: 1 });
    await shelf.bus.publish([message('in-the-way'), message('behind-it')]);
    await shelf.settle();
    expect(await found('behind-it')).not.toBeNull();
    expect((await found('in-the-way'))?.title).toBe('old');
    expect(await shelf.context().repositories.books.pending()).toBe(1);
  });

  it('given more of them than may wait in memory, then they wait in the inbox, and each is handled', async () => {
    const ids = Array.from({ length: 1001 }, (_, at) => `crowd-${at}`);
    await shelf.bus.publish(ids.map((id) => message(id, 'other')));
    await shelf.settle();
    const all = await shelf.context('other').repositories.books.all();
    expect(all.filter(({ id }) => id.startsWith('crowd-'))).toHaveLength(ids.length);
  });

  it('given a process that ended before it could publish, is found in the outbox', async () => {
    const client = new Client({ connectionString: shelf.databaseUrl });
    await client.connect();
    await client.query(
      `insert into users.outbox (event_id, tenant_id, type, payload, occurred_at)
       values ('evt_left', 'demo', 'users.user-signed-up.v1', '{"userId": "left-behind", "displayName": "Ada"}', now())`,
    );
    await shelf.settle();
    expect(await found('left-behind')).not.toBeNull();
    expect((await client.query('select from users.outbox')).rowCount).toBe(0);
    await client.end();
  });

  it('given that it was left behind and is long in hand, then neither a lock nor a transaction waits for that', async () => {
    const client = new Client({ connectionString: shelf.databaseUrl });
    await client.connect();
    await client.query(
      `insert into users.outbox (event_id, tenant_id, type, payload, occurred_at)
       values ('evt_long', 'demo', 'users.user-signed-up.v1', '{"userId": "long", "displayName": "Ada"}', now())`,
    );
    let finish = () => {};
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const begun = new Promise<void>((begin) => {
      shelf.bus.subscribe('slow', [UserSignedUp.type], async ([event]) => {
        if (event?.id !== 'evt_long') return;
        begin();
        await finished;
      });
    });
    const settled = shelf.settle();
    await begun;
    const { rowCount } = await client.query(
      `select from users.outbox where event_id = 'evt_long' for update skip locked`,
    );
    finish();
    await settled;
    expect(rowCount).toBe(1);
    expect((await client.query('select from users.outbox')).rowCount).toBe(0);
    await client.end();
  });

  it('given very many that wait, is found without sorting them', async () => {
    const client = new Client({ connectionString: shelf.databaseUrl });
    await client.connect();
    await client.query(
      `insert into users.inbox (event_id, tenant_id, type, payload, occurred_at, next_attempt_at)
       select 'later-' || i, 'demo', 'users.user-signed-up.v1', '{}', now(), now() + interval '1 day' from generate_series(1, 5000) i`,
    );
    await client.query(
      `insert into users.inbox (event_id, tenant_id, type, payload, occurred_at)
       values ('first-in-line', 'demo', 'users.user-signed-up.v1', '{"userId": "first-in-line", "displayName": "Ada"}', now())`,
    );
    await shelf.settle();
    expect(await found('first-in-line')).not.toBeNull();
    const look = shelf.statements('events').findLast((text) => /"inbox".*for update/s.test(text)) ?? '';
    await client.query(`analyze users.inbox; set role agora_users; set agora.tenant = '*'`);
    const plan = JSON.stringify((await client.query(`explain (format json) ${look.replace('$1', '1')}`)).rows);
    expect(plan).toContain('inbox_due');
    expect(plan).not.toContain('Sort');
    await client.query("reset role; delete from users.inbox where event_id like 'later-%'");
    await client.end();
  });

  it('must be declared by the room that publishes it', async () => {
    const undeclared = { ...UserSignedUp, type: 'users.user-vanished.v1' };
    await expect(shelf.context().transaction(async (tx) => tx.publish(undeclared, {} as never))).rejects.toThrow(
      'Declare users.user-vanished.v1',
    );
  });
});
