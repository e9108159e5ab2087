import { StoreRefusal, type Release, type Store, type Unsigned, type Version } from '../../store/store';
import { versionIdOf } from '../../store/versions';
import type { Apart } from './apart';

/** What is not taken on trust. */
export type Verify = {
  /** Of a version that is pushed: its id is made again, and its subgraphs are composed again. @throws StoreRefusal */
  pushed(version: Unsigned<Version>): Promise<void>;
  /**
   * Of a version that is to be live: it is checked again, in case a client was registered since, or the check was left out.
   * Going back is only to what was live. @param after as it is given to the store, which refuses one that is not the live one
   * @throws StoreRefusal
   */
  published(release: Pick<Release, 'version' | 'kind'>, after: number): Promise<void>;
};

/** Comments before it, and space around it, are no part of a supergraph. */
const bare = (supergraph: string): string => supergraph.replace(/^(#.*\n|\s)+/, '').trimEnd();

const MOST_TOLD = 5;

function told(errors: readonly string[]): string {
  const more = errors.length - MOST_TOLD;
  return [...errors.slice(0, MOST_TOLD), ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

const PAGE = 500;

async function wasLive(store: Pick<Store, 'history'>, version: string): Promise<boolean> {
  for (let before: number | undefined; ;) {
    const releases = await store.history(PAGE, before);
    if (releases.some((release) => release.version === version)) return true;
    if (releases.length < PAGE) return false;
    before = releases.at(-1)?.number;
  }
}

export const verifier = (store: Pick<Store, 'version' | 'history'>, apart: Apart): Verify => ({
  async pushed({ id, subgraphs, supergraph }) {
    if (versionIdOf(subgraphs) !== id)
      throw new StoreRefusal(`The subgraphs are not those of the version ${id}: push them anew.`);
    const known = await store.version(id).catch(() => null);
    if (known?.supergraph === supergraph) return;
    const outcome = await apart({ compose: subgraphs });
    if ('errors' in outcome) throw new StoreRefusal(`The subgraphs do not compose: ${told(outcome.errors)}`);
    if (bare(outcome.supergraph ?? '') !== bare(supergraph))
      throw new StoreRefusal(
        'The supergraph is not what the subgraphs compose to at the registry. Is this the same version of Agora as there?',
      );
  },
  async published({ version, kind }, after) {
    // Not what is live: a version that was damaged must not be in the way of going back to a whole one.
    const [live] = await store.history(1);
    if (live === undefined || live.number !== after || live.version === version) return;
    if (kind === 'rollback') {
      if (await wasLive(store, version)) return;
      throw new StoreRefusal(`The version ${version} was never live: publish it, so that it is checked.`);
    }
    const outcome = await apart({ check: version });
    if ('errors' in outcome)
      throw new StoreRefusal(`The registry has checked it again, and it must not land. ${told(outcome.errors)}`);
  },
});
