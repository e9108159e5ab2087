import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseAccount } from '../account';
import { findBinaries } from '../binaries';
import { createCluster } from '../cluster';
import { layOut } from '../layout';
import { freePort } from '../port';
import { stopPostmaster } from '../postmaster-end';
import { startServer } from '../server';
import { Agora, canActAsNobody, cleanUp, database, folder, furnishedFolder, isRoot, NOBODY, sql } from './story';

jest.setTimeout(30_000);
afterEach(cleanUp);

const asRoot = isRoot ? test : test.skip;

asRoot('given a data directory in a home that nobody may enter, when root starts Agora, then it works', async () => {
  const home = folder();
  chmodSync(home, 0o700);

  const { url } = await database({ dataDirectory: join(home, 'data') });

  expect(await sql(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

asRoot('given data that root copied back from a backup, when root starts Agora, then nobody can use them', async () => {
  const directory = folder();
  await (await database({ dataDirectory: directory })).stop();
  execFileSync('chown', ['-R', '0:0', directory]);

  const { url } = await database({ dataDirectory: directory });

  expect(await sql(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

describe('given a user that is not root', () => {
  const asNobody = canActAsNobody ? test : test.skip;
  const env = { PATH: process.env.PATH };

  asNobody('when it may not write the data directory, then it is told so', async () => {
    const directory = folder();
    chmodSync(directory, 0o755);

    const { name, error } = await new Agora(directory, { as: NOBODY, env }).answer;

    expect(name).toBe('DatabaseStartError');
    expect(error).toContain(`${directory} cannot be written by this user`);
  });

  asNobody('when the data belong to another user, then it is told to whom', async () => {
    const directory = folder();
    chmodSync(directory, 0o777);
    mkdirSync(join(directory, 'cluster'));
    chownSync(join(directory, 'cluster'), 1234, 1234);

    const { error } = await new Agora(directory, { as: NOBODY, env }).answer;

    expect(error).toContain('belong to the user with id 1234');
  });
});

test('given a file where the data directory belongs, when Agora starts, then it says so', async () => {
  const file = join(folder(), 'data');
  writeFileSync(file, '');

  await expect(database({ dataDirectory: file })).rejects.toThrow('a file is in the way');
});

test('given data without their password file, when Agora starts, then it names the file', async () => {
  const directory = await furnishedFolder();
  rmSync(join(directory, 'password'));

  await expect(database({ dataDirectory: directory })).rejects.toThrow(`${join(directory, 'password')} is missing`);
});

test('given a setting that Postgres refuses, when Agora starts, then the error quotes Postgres and all is free again', async () => {
  const directory = await furnishedFolder();
  const wrong = database({ dataDirectory: directory, settings: { shared_buffers: 'plenty' } });

  await expect(wrong).rejects.toThrow(/could not start[^]*shared_buffers/);
  const { url } = await database({ dataDirectory: directory });
  expect(await sql(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('given initdb fails half way, when it is tried again, then it begins from nothing', async () => {
  const layout = layOut(folder());
  const account = chooseAccount(layout);
  const binaries = findBinaries(account);
  const broken = join(folder(), 'initdb');
  chmodSync(join(broken, '..'), 0o755);
  writeFileSync(broken, '#!/bin/sh\ntouch PG_VERSION\necho initdb: the moon is wrong >&2\nexit 1\n', {
    mode: 0o755,
  });

  await expect(createCluster(layout, { ...binaries, initdb: broken }, account)).rejects.toThrow('the moon is wrong');
  expect(existsSync(layout.cluster)).toBe(false);

  const { url } = await database({ dataDirectory: layout.directory });
  expect(await sql(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('given a port lost to somebody else, when Postgres cannot bind it, then the next port is tried', async () => {
  const layout = layOut(await furnishedFolder());
  const account = chooseAccount(layout);
  const binaries = findBinaries(account);
  const thief = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => thief.once('listening', resolve));
  const { port: lost } = thief.address() as AddressInfo;
  const ports = [lost, await freePort()];

  const server = await startServer({ layout, binaries, account, choosePort: async () => ports.shift()! });

  expect(server.port).not.toBe(lost);
  await stopPostmaster(server.postmaster);
  thief.close();
});

describe('given a small disk', () => {
  const mount = (size: string, place: string) =>
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', place], { stdio: 'ignore' });
  // Some containers let not even root mount: the test is then told as skipped, and not as passed.
  const canMount = (() => {
    const place = mkdtempSync(join(tmpdir(), 'agora-mount-'));
    try {
      mount('1m', place);
      execFileSync('umount', [place]);
      return true;
    } catch {
      return false;
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  })();
  const withDisk = canMount ? test : test.skip;

  withDisk('when it is full before the database is created, then Agora says so and leaves no half of it', async () => {
    const place = folder();
    mount('12m', place);
    try {
      await expect(database({ dataDirectory: join(place, 'data') })).rejects.toThrow(/The disk that holds .* is full/);
      expect(existsSync(join(place, 'data/cluster'))).toBe(false);
    } finally {
      execFileSync('umount', [place]);
    }
  });
});
