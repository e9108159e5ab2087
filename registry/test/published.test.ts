import path from 'node:path';
import { openFolderStore } from '../store/folder';

test('what this repository has published is whole: every release with its version, every client, every approval', async () => {
  const store = openFolderStore(path.join(__dirname, '..', 'published'));
  const releases = await store.history(10_000);
  expect(await store.live()).toEqual(releases[0]);
  for (const { version } of releases) expect(await store.version(version)).toMatchObject({ id: version });
  expect(await store.clients()).not.toEqual([]);
  await expect(store.approvals()).resolves.toBeDefined();
});
