import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { temporaryFolder } from '../../../test/story/files';
import { eventually } from '../../../test/story/rest';
import { findProcess } from '../../data/embedded/processes';
import { endOrphans, note } from '../orphans';

const SLEEP = ['-e', 'setInterval(() => {}, 1000)'];

/** A server as another process left it: whoever started it is `owner`. */
function left(owner: 'living' | 'killed') {
  const [folder, directory] = [temporaryFolder(), mkdtempSync(path.join(tmpdir(), 'agora-redis-'))];
  const server = spawn(process.execPath, SLEEP, { stdio: 'ignore' });
  const forget = note(folder, server.pid as number, directory);
  if (owner === 'killed') {
    const file = path.join(folder, readdirSync(folder)[0] as string);
    const noted = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...noted, owner: { ...noted.owner, started: 'long ago' } }));
  }
  return { folder, directory, server, forget, pid: server.pid as number };
}

describe('a server that was started', () => {
  it('given that whoever started it was killed, then it is ended, and nothing of it stays', async () => {
    const { folder, directory, pid } = left('killed');
    expect(endOrphans(folder)).toEqual([pid]);
    await eventually('it is gone', async () => !findProcess(pid));
    expect([existsSync(directory), readdirSync(folder)]).toEqual([false, []]);
    expect(endOrphans(folder)).toEqual([]);
  });

  it('given that whoever started it lives, then it stays', () => {
    const { folder, directory, pid, server, forget } = left('living');
    expect([endOrphans(folder), existsSync(directory), findProcess(pid) !== undefined]).toEqual([[], true, true]);
    forget();
    expect(readdirSync(folder)).toEqual([]);
    server.kill('SIGKILL');
  });

  it('given a folder that is not there, then there is none', () => {
    expect(endOrphans(path.join(temporaryFolder(), 'nowhere'))).toEqual([]);
  });
});
