import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { Agora, cleanUp, database, folder, furnishedFolder, lives, serverPid, sql, until } from './story';

jest.setTimeout(40_000);

/** How Postgres refuses a directory that another still works in. */
const IN_USE = /pre-existing shared memory block|lock file "postmaster.pid" already exists/;

/** Repeats what is refused while there is no server. */
async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer) return answer;
  }
}

const foreigners: ChildProcess[] = [];
afterEach(async () => {
  for (const foreigner of foreigners.splice(0)) foreigner.kill('SIGKILL');
  await cleanUp();
});

describe('given an Agora that was killed', () => {
  test('when the next one starts, then it ends the Postgres left over and finds the data', async () => {
    const directory = await furnishedFolder();
    const killed = new Agora(directory);
    await sql(await killed.url(), `CREATE TABLE kept AS SELECT 'tea' AS what`);
    const orphan = serverPid(directory);
    await killed.signal('SIGKILL');
    expect(lives(orphan)).toBe(true);
    const said: string[] = [];

    const next = await database({ dataDirectory: directory, log: (sentence) => said.push(sentence) });

    expect(lives(orphan)).toBe(false);
    expect(said[0]).toContain(`Ended a Postgres (process ${orphan})`);
    expect(await sql(next.url, 'SELECT what FROM kept')).toEqual([{ what: 'tea' }]);
  });

  test('when Postgres was killed with it, then every acknowledged write is there', async () => {
    const directory = await furnishedFolder();
    const killed = new Agora(directory);
    await sql(await killed.url(), `CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n`);
    await killed.killAll();
    expect(serverPid(directory)).toBeDefined();

    const next = await database({ dataDirectory: directory });

    expect(await sql(next.url, 'SELECT count(*)::int AS rows FROM kept')).toEqual([{ rows: 1000 }]);
  });

  test('when a backend of the dead Postgres is still busy, then the next one waits for it', async () => {
    const directory = await furnishedFolder();
    const killed = new Agora(directory);
    const client = new Client({ connectionString: await killed.url() });
    client.on('error', () => {});
    await client.connect();
    const busy = 'DO $$ BEGIN FOR i IN 1..30000000 LOOP END LOOP; END $$';
    const backend = (await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]!.pid;
    const query = client.query(busy).catch(() => {});
    await until(() => readFileSync(`/proc/${backend}/cmdline`, 'utf8').includes(' DO'));
    process.kill(serverPid(directory)!, 'SIGKILL');
    await killed.signal('SIGKILL');
    expect(lives(backend)).toBe(true);

    const next = await database({ dataDirectory: directory });

    expect(lives(backend)).toBe(false);
    expect(readFileSync(join(directory, 'postgres.log'), 'utf8')).toMatch(IN_USE);
    expect(await sql(next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await query;
  });

  test('when it was killed while it created the database, then the next one begins again from nothing', async () => {
    const directory = folder();
    const killed = new Agora(directory);
    const draft = () => readdirSync(directory).find((name) => name.startsWith('cluster.unfinished-'));
    await until(() => draft() && existsSync(join(directory, draft()!, 'PG_VERSION')));
    await killed.signal('SIGKILL');
    expect(existsSync(join(directory, 'cluster'))).toBe(false);

    const next = await database({ dataDirectory: directory });

    expect(await sql(next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(draft()).toBeUndefined();
  });
});

describe('given a pid file that tells nothing true', () => {
  const startWithPidFileNaming = async (pid: number | undefined) => {
    const directory = await furnishedFolder();
    const lines = [pid, join(directory, 'cluster'), 1, 5432, '', '127.0.0.1', '0 0', 'ready   '];
    writeFileSync(join(directory, 'cluster/postmaster.pid'), `${lines.join('\n')}\n`);
    return database({ dataDirectory: directory });
  };

  test('when its process is dead, then Agora starts', async () => {
    const dead = spawn('true');
    await new Promise((resolve) => dead.once('exit', resolve));

    const { url } = await startWithPidFileNaming(dead.pid);

    expect(await sql(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('when it names a living process that is not Postgres, then that one lives on and Agora starts', async () => {
    const foreigner = spawn('sleep', ['600']);
    foreigners.push(foreigner);

    const { url } = await startWithPidFileNaming(foreigner.pid);

    expect(await sql(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(lives(foreigner.pid)).toBe(true);
  });

  test('when it names the Postgres of another directory, then that one lives on and both run', async () => {
    const neighbour = await furnishedFolder();
    const { url: neighbourUrl } = await database({ dataDirectory: neighbour });

    const { url } = await startWithPidFileNaming(serverPid(neighbour));

    expect(await sql(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await sql(neighbourUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

test('given remains of a creation that was interrupted, when Agora starts, then they are gone', async () => {
  const directory = folder();
  mkdirSync(join(directory, 'cluster.unfinished-abc/base'), { recursive: true });
  writeFileSync(join(directory, 'password'), 'of the interrupted one\n');

  const { url } = await database({ dataDirectory: directory });

  expect(await sql(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(existsSync(join(directory, 'cluster.unfinished-abc'))).toBe(false);
});

describe('given a Postgres that is killed under an Agora that lives', () => {
  test('then it is started again on the same port, with every acknowledged write, and stops with it', async () => {
    const directory = await furnishedFolder();
    const said: string[] = [];
    const living = await database({ dataDirectory: directory, log: (sentence) => said.push(sentence) });
    await sql(living.url, `CREATE TABLE kept AS SELECT 'tea' AS what`);
    const killed = serverPid(directory) as number;

    process.kill(killed, 'SIGKILL');
    const rows = await untilAnswered(() => sql(living.url, 'SELECT what FROM kept'));

    expect(rows).toEqual([{ what: 'tea' }]);
    expect(said.join()).toContain('Postgres: ended by SIGKILL. It is started again');
    const next = serverPid(directory);
    expect(next).not.toBe(killed);
    await living.stop();
    expect(lives(next)).toBe(false);
  });

  test('when it is stopped before the next one is up, then nothing is left', async () => {
    const directory = await furnishedFolder();
    const living = await database({ dataDirectory: directory });

    process.kill(serverPid(directory) as number, 'SIGKILL');
    await until(() => !lives(serverPid(directory)));
    await living.stop();

    expect(lives(serverPid(directory))).toBe(false);
    await expect(sql(living.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });
});
