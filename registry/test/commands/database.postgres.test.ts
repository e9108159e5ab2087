import { createDatabase } from '../../../test/story/house';
import { openPostgresStore } from '../../store/postgres';
import { startRepository, USERS } from './repository';

test('given Postgres for a store, then a change goes its whole way there, too', async () => {
  const database = await createDatabase();
  const repository = startRepository();
  const store = openPostgresStore(database.url);
  const ran = (...argv: string[]) => repository.ranOver(store, argv);

  expect(await ran('publish')).toMatchObject({ exit: 0 });
  repository.write('a.graphql', 'query Name { me { name } }');
  expect(await ran('operations', 'push', 'app', '--client-version', '1', '--documents', 'a.graphql')).toMatchObject({
    exit: 0,
  });
  repository.write('users.graphql', USERS.replace(/"""What others call them\."""\s+name: String/, ''));
  expect(await ran('publish')).toMatchObject({ exit: 4 });
  const approval = ['--by', 'ben', '--reason', 'The app is gone.', '--expires', '14d'];
  expect(await ran('approve', 'FIELD_REMOVED User.name', ...approval)).toMatchObject({ exit: 0 });
  expect(await ran('publish')).toMatchObject({ exit: 0 });
  expect(await ran('rollback', '1', '--reason', 'It is not.')).toMatchObject({ exit: 0 });
  const { out } = await ran('history');
  expect(out).toContain('Release 3 (live)  rolled back by ada');
  expect(out).toContain('approved by ben');
  expect(await ran('operations', 'retire', 'app', '1')).toMatchObject({ exit: 0 });

  await store.close();
  repository.remove();
  await database.drop();
});
