import type { Release, Unsigned } from '../store';
import { staleRelease, unknownVersion } from '../releases';
import type { Ask } from './connection';
import { signedOf, type SignedRow } from './signed';

type Row = SignedRow & Omit<Release, 'published'>;

const COLUMNS = 'number, version, kind, changes, published_by as by, published_at as at, commit';

const releaseOf = (row: Row): Release => {
  const { number, version, kind, changes } = row;
  return { number, version, kind, published: signedOf(row), changes };
};

export async function readReleases(ask: Ask, limit: number, before?: number): Promise<readonly Release[]> {
  const rows = await ask<Row>(
    `select ${COLUMNS} from registry.releases where $2::int is null or number < $2 order by number desc limit $1`,
    [limit, before],
  );
  return rows.map(releaseOf);
}

export async function readLive(ask: Ask): Promise<Release | null> {
  const [release] = await readReleases(ask, 1);
  return release ?? null;
}

const isForeignKey = (error: unknown): boolean => (error as { code?: unknown }).code === '23503';

/** Of two that publish at once the second waits for the first, and then finds its number taken. */
export async function writeRelease(
  ask: Ask,
  { version, kind, published, changes }: Unsigned<Omit<Release, 'number'>>,
  after: number,
): Promise<Release> {
  const rows = await ask<Row>(
    `with released as (
       insert into registry.releases (number, version, kind, changes, published_by, commit)
       select $1::int + 1, $2, $3, $4, $5, $6 where $1 = coalesce((select max(number) from registry.releases), 0)
       on conflict (number) do nothing returning *),
     noted as (
       insert into registry.audit (by, what, detail)
       select published_by, kind, jsonb_build_object('release', number, 'version', version) from released)
     select ${COLUMNS} from released`,
    [after, version, kind, changes, published.by, published.commit],
  ).catch((error: unknown) => {
    throw isForeignKey(error) ? unknownVersion(version) : error;
  });
  if (!rows[0]) throw staleRelease(after);
  return releaseOf(rows[0]);
}
