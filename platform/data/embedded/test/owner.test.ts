import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseStartError } from '../index';
import { claimDirectory } from '../owner';
import { Agora, cleanUp, database, folder, furnishedFolder, sql } from './story';

jest.setTimeout(30_000);
afterEach(cleanUp);

const claimOf = (directory: string, turn: number, claim: object) =>
  writeFileSync(join(directory, `owner.${turn}.json`), JSON.stringify(claim));

describe('given a directory that a living Agora owns', () => {
  test('when another one starts, then it is refused, told by whom, and the first one works on', async () => {
    const directory = await furnishedFolder();
    const first = new Agora(directory);
    const url = await first.url();

    const second = database({ dataDirectory: directory });

    await expect(second).rejects.toBeInstanceOf(DatabaseStartError);
    await expect(second).rejects.toThrow(
      `Another Agora is already running on ${directory} (process ${first.child.pid})`,
    );
    expect(await sql(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('when the same process starts it twice, then the second is refused', async () => {
    const directory = await furnishedFolder();
    await database({ dataDirectory: directory });

    await expect(database({ dataDirectory: directory })).rejects.toThrow(`process ${process.pid}`);
  });
});

test('given an empty directory, when two start at once, then one runs and one is refused', async () => {
  const directory = folder();

  const answers = await Promise.all([new Agora(directory).answer, new Agora(directory).answer]);

  const [winner, loser] = answers[0].url ? answers : [answers[1], answers[0]];
  expect(loser).toMatchObject({
    name: 'DatabaseStartError',
    error: expect.stringContaining('already running'),
  });
  expect(await sql(winner.url!, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

describe('given the claim of a dead owner', () => {
  test.each([
    ['whose number nobody has', { pid: 2 ** 22 + 1, started: '1' }],
    ['whose number a later process has', { pid: process.pid, started: 'long ago' }],
  ])('%s, when the next one claims, then the directory is its own', (_, claim) => {
    const directory = folder();
    claimOf(directory, 7, claim);

    const ownership = claimDirectory(directory);

    expect(readdirSync(directory)).toEqual(['owner.8.json']);
    ownership.release();
    expect(readdirSync(directory)).toEqual([]);
  });

  test('that is empty after a power cut, when the next one claims, then the directory is its own', () => {
    const directory = folder();
    writeFileSync(join(directory, 'owner.1.json'), '');

    claimDirectory(directory);

    expect(readdirSync(directory)).toEqual(['owner.2.json']);
  });

  test('when two Agoras find it at once, then only one succeeds', async () => {
    const directory = await furnishedFolder();
    claimOf(directory, 1, { pid: 2 ** 22 + 1, started: '1' });

    const answers = await Promise.all([new Agora(directory).answer, new Agora(directory).answer]);

    expect(answers.filter(({ url }) => url)).toHaveLength(1);
  });
});
