import type { Author, Release, Signed, Unsigned } from '../store';
import { staleRelease, unknownVersion } from '../releases';
import { isRelease } from '../shapes';
import { broken } from './errors';
import type { Files } from './files';
import { createJson, readJson } from './json';
import { readVersion } from './versions';

const FILE = /^(\d{6,})\.json$/;
const fileOf = (number: number) => `releases/${String(number).padStart(6, '0')}.json`;
const restore = 'Restore it from version control.';

/** How many there are: they count from 1 without a gap. */
async function countReleases(files: Files): Promise<number> {
  const names = await files.names('releases');
  const numbers = names.flatMap((name) => FILE.exec(name)?.[1] ?? []).map(Number);
  const gap = numbers.toSorted((a, b) => a - b).findIndex((number, index) => number !== index + 1);
  if (gap >= 0) throw broken(`${files.root}/${fileOf(gap + 1)}`, 'is missing, and later releases are there', restore);
  return numbers.length;
}

async function readRelease(files: Files, number: number): Promise<Release> {
  const file = fileOf(number);
  const mend = `${restore} If it is the newest, you may delete it: the one before is then live.`;
  const release = await readJson<Release>(files, file, isRelease, mend);
  if (release?.number !== number) throw broken(`${files.root}/${file}`, 'is not the release that its name says', mend);
  return release;
}

/** @throws StoreRefusal when its version is not there, or is not whole */
export async function readLive(files: Files): Promise<Release | null> {
  const count = await countReleases(files);
  if (count === 0) return null;
  const release = await readRelease(files, count);
  if ((await readVersion(files, release.version)) === null)
    throw broken(
      `${files.root}/${fileOf(count)}`,
      `names the version ${release.version}, which is not there`,
      `Restore ${files.root}/versions/${release.version} from version control, or push the same schemas again.`,
    );
  return release;
}

export async function readReleases(files: Files, limit: number, before = Infinity): Promise<readonly Release[]> {
  const newest = Math.min(await countReleases(files), before - 1);
  const numbers = Array.from({ length: Math.max(0, Math.min(limit, newest)) }, (_, index) => newest - index);
  return Promise.all(numbers.map((number) => readRelease(files, number)));
}

export async function writeRelease(
  files: Files,
  release: Unsigned<Omit<Release, 'number'>>,
  after: number,
  sign: (author: Author) => Signed,
): Promise<Release> {
  if ((await countReleases(files)) !== after) throw staleRelease(after);
  if ((await readVersion(files, release.version)) === null) throw unknownVersion(release.version);
  const { version, kind, changes } = release;
  const made: Release = { number: after + 1, version, kind, published: sign(release.published), changes };
  if (!(await createJson<Release>(files, fileOf(made.number), isRelease, made))) throw staleRelease(after);
  return made;
}
