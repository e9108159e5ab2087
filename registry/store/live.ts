import type { GraphQLSchema } from 'graphql';
import { StoreRefusal, type Release, type Store, type Version } from './store';

/** The live release and its version; null before the first. @throws StoreRefusal where the version is not there */
export async function liveVersion(store: Store): Promise<{ release: Release; version: Version } | null> {
  const release = await store.live();
  if (!release) return null;
  const version = await store.version(release.version);
  if (!version)
    throw new StoreRefusal(
      `Release ${release.number} names the version ${release.version}, which ${store.name} does not have.`,
    );
  return { release, version };
}

/** What clients may ask of a supergraph. Scalars take any value: whose they are is not known here. */
export async function apiSchemaOf({ supergraph }: Pick<Version, 'supergraph'>): Promise<GraphQLSchema> {
  // Its packages are heavy.
  const { readSupergraph } = await import('../../gateway/supergraph/supergraph');
  return readSupergraph(supergraph, { foreign: true }).apiSchema;
}
