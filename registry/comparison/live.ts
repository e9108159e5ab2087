import type { ProposedSubgraph } from '../check';
import { parseAll, type ParsedSubgraph } from '../composition/parse';
import { liveVersion } from '../store/live';
import { StoreRefusal, type Release, type Store, type Version } from '../store/store';
import type { Step } from './owner';

/** What is live now. */
export type Live = {
  readonly release: Release;
  readonly version: Version;
  readonly subgraphs: readonly ParsedSubgraph[];
};

/** Null before the first release. @throws StoreRefusal where the store has a release without its version */
export async function liveIn(store: Store): Promise<Live | null> {
  const live = await liveVersion(store);
  if (!live) return null;
  const { release, version } = live;
  const parsed = parseAll(version.subgraphs.map((each) => ({ ...each, file: `${each.name}.graphql` })));
  if ('findings' in parsed)
    throw new StoreRefusal(
      `Release ${release.number} of ${store.name} holds a schema that cannot be read: ${parsed.findings[0]?.message}`,
    );
  return { release, version, subgraphs: parsed.subgraphs };
}

/** Every subgraph that was, is or will be there. */
export function stepsOf(live: Live | null, proposed: readonly ParsedSubgraph[]): readonly Step[] {
  const before = new Map((live?.subgraphs ?? []).map((each) => [each.name, each]));
  const after = new Map(proposed.map((each) => [each.name, each]));
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.map((name) => ({ name, before: before.get(name), after: after.get(name) }));
}

export const namesTwice = (subgraphs: readonly ProposedSubgraph[]): string | undefined =>
  subgraphs.find(({ name }, index) => subgraphs.findIndex((each) => each.name === name) !== index)?.name;
