import { StoreRefusal, type SubgraphSchema, type Unsigned, type Version } from '../store';
import { hashOf, versionIdOf } from '../versions';
import type { Ask } from './connection';
import { signedOf, type SignedRow } from './signed';

type Row = SignedRow & {
  readonly subgraphs: readonly SubgraphSchema[];
  readonly supergraph: string;
  /** The id is made of the subgraphs alone. */
  readonly supergraph_hash: string | null;
};

/** @throws StoreRefusal for one whose content is not what its id says */
export async function readVersion(ask: Ask, id: string): Promise<Version | null> {
  const [row] = await ask<Row>(
    `select subgraphs, supergraph, supergraph_hash, pushed_by as by, pushed_at as at, commit
       from registry.versions where id = $1`,
    [id],
  );
  if (!row) return null;
  const { subgraphs, supergraph, supergraph_hash: hash } = row;
  if (versionIdOf(subgraphs) !== id || (hash !== null && hashOf(supergraph) !== hash))
    throw new StoreRefusal(`The version ${id} was altered in the database. Restore registry.versions from a backup.`);
  return { id, subgraphs, supergraph, pushed: signedOf(row) };
}

export async function writeVersion(ask: Ask, { id, subgraphs, supergraph, pushed }: Unsigned<Version>): Promise<void> {
  if (versionIdOf(subgraphs) !== id)
    throw new StoreRefusal(`The schemas do not fit the version ${id}: push them anew.`);
  await ask(
    `with pushed as (
       insert into registry.versions (id, subgraphs, supergraph, pushed_by, commit, supergraph_hash)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (id) do nothing returning id, pushed_by)
     insert into registry.audit (by, what, detail)
     select pushed_by, 'push', jsonb_build_object('version', id) from pushed`,
    [id, JSON.stringify(subgraphs), supergraph, pushed.by, pushed.commit, hashOf(supergraph)],
  );
}
