import { runProgram } from '../../../test/story/program';
import { openFrontDoor } from '../../http/frontDoor';

// Each starts a process, which a busy machine does slowly.
jest.setTimeout(30_000);

const run = (...args: string[]) => runProgram('gateway/standalone.ts', args);

describe('the process of the gateway alone', () => {
  it('serves, and stops well at SIGTERM', async () => {
    const { child, ended, says, output } = run(
      '--supergraph',
      'supergraph.graphql',
      '--port',
      '0',
      '--open',
      '--state',
      '/tmp',
    );
    const [, url] = await says(/GraphQL at (http\S+)\/graphql/);
    const answer = await fetch(`${url}/graphql`, { method: 'POST', body: '{ __typename }' });
    expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
    expect((await fetch(`${url}/health`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(output()).toMatch(/Stopping[\s\S]+Stopped\.\n$/);
  });

  it('given a call for help, then it helps', async () => {
    const { ended, output } = run('--help');
    expect((await ended)[0]).toBe(0);
    expect(output()).toContain('--supergraph FILE');
  });

  it.each([
    ['no file', [], /--supergraph is needed/],
    ['a file that is none', ['--supergraph', '/nowhere.graphql', '--port', '0'], /\/nowhere\.graphql cannot be served/],
    [
      'a file without a supergraph',
      ['--supergraph', 'package.json', '--port', '0', '--state', '/dev/null'],
      /package\.json cannot be served/,
    ],
  ])('given %s, then a sentence, no stack, and exit code 1', async (_what, args, sentence) => {
    const { ended, output } = run(...args);
    expect((await ended)[0]).toBe(1);
    expect(output()).toMatch(sentence);
    expect(output()).not.toMatch(/\n\s+at /);
  });

  it('given a port that is taken, then a sentence with another one', async () => {
    const door = await openFrontDoor({ port: 0, host: '127.0.0.1' });
    const port = Number(new URL(door.url).port);
    const { ended, output } = run('--supergraph', 'supergraph.graphql', '--port', String(port));
    expect((await ended)[0]).toBe(1);
    expect(output()).toContain(`choose another one: --port ${port + 1}`);
    await door.close();
  });
});
