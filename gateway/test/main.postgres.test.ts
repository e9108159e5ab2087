import { createDatabase } from '../../test/story/house';
import { runProgram } from '../../test/story/program';
import { openFrontDoor } from '../http/frontDoor';

/** Agora as `npm start` runs it. */
const run = (environment: Record<string, string>) =>
  runProgram('gateway/main.ts', [], { PORT: '0', SEED: 'none', LOG_LEVEL: 'warn', ...environment });

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
