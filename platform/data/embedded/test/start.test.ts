import { chownSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../index';
import {
  Agora,
  canActAsNobody,
  cleanUp,
  database,
  folder,
  furnishedFolder,
  isRoot,
  lastingFolder,
  lives,
  NOBODY,
  serverPid,
  sql,
  until,
} from './story';

jest.setTimeout(30_000);
afterEach(cleanUp);

describe('given an empty data directory, when Agora has started', () => {
  const directory = lastingFolder();
  let agora: EmbeddedPostgres;
  beforeAll(async () => {
    agora = await startEmbeddedPostgres({
      dataDirectory: directory,
      settings: { work_mem: '8MB', port: '1' },
    });
  });
  afterAll(() => agora.stop());

  test('then a UTF-8 database agora with the builtin C.UTF-8 locale is there', async () => {
    const [row] = await sql(
      agora.url,
      `SELECT current_database() AS name, pg_encoding_to_char(encoding) AS encoding,
              datlocprovider AS provider, datlocale AS locale
       FROM pg_database WHERE datname = current_database()`,
    );

    expect(row).toEqual({ name: 'agora', encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' });
  });

  test('then it is tuned for a shop, keeps every acknowledged write and takes extra settings', async () => {
    const names = ['shared_buffers', 'max_connections', 'fsync', 'synchronous_commit', 'work_mem'];
    const rows = await sql(agora.url, `SELECT current_setting(name) FROM unnest('{${names.join()}}'::text[]) AS name`);

    expect(rows.flatMap(Object.values)).toEqual(['128MB', '200', 'on', 'on', '8MB']);
  });

  test('then it listens on the loopback address alone', async () => {
    const [row] = await sql(
      agora.url,
      `SELECT current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets`,
    );

    expect(row).toEqual({ addresses: '127.0.0.1', sockets: '' });
  });

  test('then only who knows the password gets in, and only its file tells it', async () => {
    const password = readFileSync(join(directory, 'password'), 'utf8').trim();

    expect(new URL(agora.url).password).toBe(password);
    expect(statSync(join(directory, 'password')).mode & 0o777).toBe(0o600);
    await expect(sql(agora.url.replace(password, 'guess'), 'SELECT 1')).rejects.toThrow(
      'password authentication failed',
    );
  });

  test('then the extension for trigrams can be created', async () => {
    await sql(agora.url, 'CREATE EXTENSION pg_trgm');

    expect(await sql(agora.url, `SELECT similarity('tea', 'tea') AS same`)).toEqual([{ same: 1 }]);
  });

  (isRoot ? test : test.skip)('then, if root started it, Postgres runs as nobody', () => {
    expect(statSync(`/proc/${serverPid(directory)}`).uid).toBe(NOBODY.uid);
    expect(statSync(join(directory, 'cluster')).uid).toBe(NOBODY.uid);
  });
});

test('given an environment that names no language, when Agora starts, then it knows all letters', async () => {
  const agora = new Agora(folder(), { env: { PATH: process.env.PATH } });

  expect(await sql(await agora.url(), `SELECT upper('é ж') AS text`)).toEqual([{ text: 'É Ж' }]);
});

describe('given a data directory with data', () => {
  test('when Agora stops and starts again, then no process is left between and the data are there', async () => {
    const directory = await furnishedFolder();
    const first = await database({ dataDirectory: directory });
    await sql(first.url, `CREATE TABLE kept AS SELECT 'tea' AS what`);
    const pid = serverPid(directory);

    await Promise.all([first.stop(), first.stop()]);
    expect(lives(pid)).toBe(false);
    expect(existsSync(join(directory, 'cluster/postmaster.pid'))).toBe(false);
    expect(readdirSync(directory).filter((name) => name.startsWith('owner'))).toEqual([]);

    const second = await database({ dataDirectory: directory });
    expect(await sql(second.url, 'SELECT what FROM kept')).toEqual([{ what: 'tea' }]);
  });

  test('when a client is still connected, then stopping cuts it off', async () => {
    const agora = await database({ dataDirectory: await furnishedFolder() });
    const client = new Client({ connectionString: agora.url });
    const cut: string[] = [];
    client.on('error', (error) => cut.push(String(error)));
    await client.connect();

    await agora.stop();

    await until(() => cut.length > 0);
    expect(cut[0]).toMatch(/terminat/i);
  });
});

(canActAsNobody ? describe : describe.skip)('given a user that is not root', () => {
  test('when it starts Agora on its own directory, then Postgres runs as that user', async () => {
    const directory = folder();
    chownSync(directory, NOBODY.uid, NOBODY.gid);

    const agora = new Agora(directory, { as: NOBODY, env: { PATH: process.env.PATH } });

    expect(await sql(await agora.url(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(statSync(`/proc/${serverPid(directory)}`).uid).toBe(NOBODY.uid);
  });
});
