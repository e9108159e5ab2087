import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createDatabase } from '../../test/story/house';
import { openFrontDoor } from '../http/frontDoor';

const ROOT = path.join(__dirname, '..', '..');

/** Agora as `npm start` runs it. */
function run(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'gateway/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', SEED: 'none', LOG_LEVEL: 'warn', ...environment },
  });
  let output = '';
  child.stdout.on('data', (data) => (output += String(data)));
  child.stderr.on('data', (data) => (output += String(data)));
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  const says = async (text: string | RegExp) => {
    while (!output.match(text)) {
      if (child.exitCode !== null) throw new Error(`It ended without saying ${String(text)}:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return output.match(text) as RegExpMatchArray;
  };
  return { child, ended, says, output: () => output };
}

describe('the process', () => {
  it('given a signal, then it stops well, and says so', async () => {
    const database = await createDatabase();
    const { child, ended, says, output } = run({ DATABASE_URL: database.url });
    const [, url] = await says(/GraphQL +(http\S+)/);
    const answer = await fetch(url as string, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });
    expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(output()).toMatch(/Ready\.[\s\S]+Stopping[\s\S]+Stopped\.\n$/);
    await database.drop();
  });

  it.each([
    ['settings that cannot be', { PORT: 'x', SEED: 'x' }, /PORT must.+\n.+SEED must/],
    [
      'a database that does not answer',
      { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/agora' },
      /database at 127\.0\.0\.1:1\/agora does not answer/,
    ],
    [
      'a data directory that cannot be',
      { DATABASE_URL: '', AGORA_DATA: '/dev/null/agora' },
      /\/dev\/null\/agora cannot be/,
    ],
  ])('given %s, then a sentence, no stack, and exit code 1', async (_what, environment, sentence) => {
    const { ended, output } = run(environment);
    expect((await ended)[0]).toBe(1);
    expect(output()).toMatch(sentence);
    expect(output()).not.toMatch(/\n\s+at /);
  });

  it('given a port that is taken, then a sentence with another one', async () => {
    const door = await openFrontDoor({ port: 0, host: '127.0.0.1' });
    const { ended, output } = run({ PORT: new URL(door.url).port });
    expect((await ended)[0]).toBe(1);
    expect(output()).toContain(`Port ${new URL(door.url).port} is in use.`);
    expect(output()).not.toMatch(/\n\s+at /);
    await door.close();
  });
});
