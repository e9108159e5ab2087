import { StoreRefusal, type Store, type Unsigned, type Version } from '../../store/store';
import { versionIdOf } from '../../store/versions';
import type { Compose } from './composer';

/** Comments before it, and space around it, are no part of a supergraph. */
const bare = (supergraph: string): string => supergraph.replace(/^(#.*\n|\s)+/, '').trimEnd();

/**
 * Trusts nothing of a version that is pushed: its id is made from its subgraphs again, and they are composed again.
 * @throws StoreRefusal with a sentence
 */
export const verifier =
  (store: Pick<Store, 'version'>, compose: Compose) =>
  async ({ id, subgraphs, supergraph }: Unsigned<Version>): Promise<void> => {
    if (versionIdOf(subgraphs) !== id)
      throw new StoreRefusal(`The subgraphs are not those of the version ${id}: push them anew.`);
    const known = await store.version(id).catch(() => null);
    if (known?.supergraph === supergraph) return;
    const outcome = await compose(subgraphs);
    if ('errors' in outcome) throw new StoreRefusal(`The subgraphs do not compose: ${outcome.errors.join(' ')}`);
    if (bare(outcome.supergraph) !== bare(supergraph))
      throw new StoreRefusal(
        'The supergraph is not what the subgraphs compose to at the registry. Is this the same version of Agora as there?',
      );
  };
