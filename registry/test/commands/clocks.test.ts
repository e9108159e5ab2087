import path from 'node:path';
import { DAY, manualClock } from '../../../platform/kernel/clock';
import { openFolderStore } from '../../store/folder';
import { startRepository, USERS } from './repository';

const withoutName = USERS.replace(/"""What others call them\."""\s+name: String/, '');

test('given a process whose clock is years off, then an approval begins and ends by the clock of the store', async () => {
  const repository = startRepository();
  const clock = manualClock(new Date('2040-05-01T12:00:00Z'));
  const store = openFolderStore(path.join(repository.cwd, 'registry'), clock);
  const ran = (...argv: string[]) => repository.ranOver(store, argv);
  const approve = (expires: string) =>
    ran('approve', 'FIELD_REMOVED User.name', '--by', 'ben', '--reason', 'Gone.', '--expires', expires);
  await ran('publish');
  repository.write('users.graphql', withoutName);
  expect(await ran('publish')).toMatchObject({ exit: 1 });

  expect((await approve('2040-04-30')).err).toContain('it is 2040-05-01 12:00 UTC by the clock of the registry');
  expect(await approve('2d')).toMatchObject({ exit: 0 });
  clock.advance(2 * DAY);
  expect((await ran('check')).out).toContain('expired');
  expect(await ran('publish')).toMatchObject({ exit: 1 });
  expect(await approve('2040-05-03')).toMatchObject({ exit: 0 });
  expect(await ran('publish')).toMatchObject({ exit: 0 });
  repository.remove();
});
