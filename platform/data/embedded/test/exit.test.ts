import { Agora, cleanUp, database, lastingFolder, lives, serverPid, sql } from './story';

jest.setTimeout(30_000);
afterEach(cleanUp);

const directory = lastingFolder();

describe('given an Agora that handles no signals', () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('when it gets %s, then no Postgres is left', async (signal) => {
    const agora = new Agora(directory);
    await agora.url();
    const server = serverPid(directory);
    expect(lives(server)).toBe(true);

    const code = await agora.signal(signal);

    expect(code).toBeGreaterThan(128);
    expect(lives(server)).toBe(false);
  });
});

describe('given an Agora that ends by itself', () => {
  test.each([
    ['exit', 0],
    ['throw', 1],
  ])('when it does so by %s, then no Postgres is left and its exit code stays', async (end, code) => {
    const agora = new Agora(directory, { end });
    await agora.answer;

    expect(await agora.ended()).toBe(code);
    expect(serverPid(directory)).toBeUndefined();
  });
});

test('given an Agora that drains, when Ctrl-C is pressed, then Postgres serves it until it is done', async () => {
  const agora = new Agora(directory, { end: 'drain' });
  await agora.url();

  expect(await agora.interrupt()).toBe(7);

  expect(serverPid(directory)).toBeUndefined();
  const { url } = await database({ dataDirectory: directory });
  expect(await sql(url, 'SELECT count(*)::int AS rows FROM drained')).toEqual([{ rows: 1 }]);
});
