import { sql } from 'drizzle-orm';
import { UserSignedUp } from '../../contracts/users';
import { startShelf, type Shelf } from '../../test/shelf/story';
import { openRoomDatabase, type RoomDatabase } from '../database';

let shelf: Shelf;
let database: RoomDatabase;
beforeAll(async () => {
  shelf = await startShelf();
  database = openRoomDatabase({ url: shelf.databaseUrl, room: 'users' });
});
afterAll(async () => {
  await database.close();
  await shelf.stop();
});

const demo = () => database.forTenant('demo');
const count = async (table: string) =>
  Number((await demo().execute(sql.raw(`select count(*) from users.${table}`))).rows[0]?.count);
const removeOld = () => shelf.runJob('users.remove-what-is-over');

describe('what is over', () => {
  it('given events handled long ago, then they go, and those of late and those that wait stay', async () => {
    for (const userId of ['old', 'late']) await shelf.publish(UserSignedUp, { userId, displayName: 'Ada' });
    await demo().execute(
      sql`update users.inbox set processed_at = now() - interval '15 days' where payload ->> 'userId' = 'old'`,
    );
    await demo().execute(
      sql`insert into users.inbox (event_id, type, payload, occurred_at, next_attempt_at)
          values ('waiting', 'users.user-signed-up.v1', '{}', now() - interval '1 year', now() + interval '1 year')`,
    );
    await removeOld();
    expect(await count('inbox')).toBe(2);
  });

  it('given idempotency keys that have expired, then they go, and the others stay', async () => {
    const ask = (key: string) => shelf.context().idempotent({ operation: 'ask', key, input: {} }, async () => key);
    await ask('old');
    await demo().execute(sql`update users.idempotency_keys set expires_at = now() - interval '1 second'`);
    await ask('late');
    await removeOld();
    expect(await count('idempotency_keys')).toBe(1);
  });

  it('given very many, then all go', async () => {
    await demo().execute(
      sql`insert into users.idempotency_keys (caller, operation, key, input_hash, expires_at)
          select 'guest', 'ask', i, '', now() - interval '1 second' from generate_series(1, 12000) i`,
    );
    await removeOld();
    expect(await count('idempotency_keys')).toBe(1);
  });
});
