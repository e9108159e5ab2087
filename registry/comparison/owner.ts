import type { ParsedSubgraph } from '../composition/parse';
import { around, elementsOf, placeOf, type Elements } from '../composition/places';
import type { Place } from '../findings/finding';

/** A subgraph before and after; `before` is none where it is new, `after` none where it is gone. */
export type Step = { readonly name: string; readonly before?: ParsedSubgraph; readonly after?: ParsedSubgraph };

/** The schema of a subgraph that is gone is empty: so its removal can be approved, too. */
export type Owned = { readonly subgraph?: Pick<ParsedSubgraph, 'name' | 'sdl'>; readonly place?: Place };

/** Says which proposed subgraph makes a change, and where in its file. */
export type OwnerOf = (coordinate: string | undefined) => Owned;

export const hasChanged = ({ before, after }: Step): boolean => before?.sdl !== after?.sdl;

const NOTHING: Elements = new Map();

export function ownership(steps: readonly Step[]): OwnerOf {
  const changed = steps.filter(hasChanged).map(({ name, before, after }) => ({
    name,
    after,
    old: before ? elementsOf(before.document) : NOTHING,
    now: after ? elementsOf(after.document) : NOTHING,
  }));
  const [first] = changed.flatMap(({ after }) => after ?? []);

  /** Rather one that has it no more, or had it not before, than one that only has it, too. */
  function ownerOf(coordinate: string) {
    const differing = changed.find(({ old, now }) => old.has(coordinate) !== now.has(coordinate));
    return differing ?? changed.find(({ old, now }) => old.has(coordinate) || now.has(coordinate));
  }

  return (coordinate) => {
    const names = coordinate === undefined ? [] : around(coordinate);
    const owner = names.map(ownerOf).find((each) => each !== undefined);
    const subgraph = owner ? (owner.after ?? { name: owner.name, sdl: '' }) : first;
    const shown = owner?.after ?? first;
    const node = names.map((name) => owner?.now.get(name)).find((each) => each !== undefined);
    const place = node && placeOf(node, owner?.after?.file);
    return { subgraph, place: place ?? (shown && { file: shown.file, line: 1, column: 1 }) };
  };
}
