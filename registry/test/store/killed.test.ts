import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from '../../../test/story/program';
import { openFolderStore } from '../../store/folder';
import { publishing, versionWith } from './story';

const PROGRAM = path.join(__dirname, 'publishing.process.ts');

test('given two processes that publish and are killed in the middle of it, then the folder is whole, and takes the next', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'agora-registry-'));
  const store = openFolderStore(folder);
  for (const round of ['first', 'second']) {
    const programs = ['ada', 'ben'].map((who) => runProgram(PROGRAM, [folder, `${who}${round}`]));
    await Promise.all(programs.map(({ says }) => says(/ 5\n/)));
    for (const { child } of programs) child.kill('SIGKILL');
    await Promise.all(programs.map(({ ended }) => ended));
  }
  const history = await store.history(10_000);
  expect(history.length).toBeGreaterThanOrEqual(10);
  expect(history.at(-1)?.number).toBe(1);
  for (const { version } of history) expect(await store.version(version)).not.toBeNull();
  await store.push(versionWith('me'));
  expect(await store.publish(publishing(versionWith('me').id), history.length)).toMatchObject({
    number: history.length + 1,
  });
  rmSync(folder, { recursive: true, force: true });
}, 60_000);
