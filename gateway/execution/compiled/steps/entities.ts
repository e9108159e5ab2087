import type { ReadContext } from './context';
import { entityErrors } from '../errors/errors';
import { ask, variablesOf, type Fetch, type Ground, type Variables } from './fetch';
import { merge } from './merge';
import { collect, placesAt } from '../places';
import { hasErrors, isTree, type Run, type Tree } from '../run';

/** Representations of a fetch, each once, and which of them stands for each target. */
export type Batch = { readonly representations: Tree[]; readonly targets: Tree[]; readonly indexOf: number[] };

/** The number of a representation, by its type and what tells it apart from others of that type. */
type Known = Map<unknown, Map<unknown, number>>;

function batchOf(objects: readonly Tree[], fetch: Fetch, lenient: boolean): Batch {
  const batch: Batch = { representations: [], targets: [], indexOf: [] };
  const known: Known = new Map();
  for (const object of objects) {
    const representation = representationOf(object, fetch, lenient);
    if (!representation) continue;
    const next = batch.representations.length;
    const index = objects.length === 1 ? next : numberOf(representation, fetch.keyOf(representation), known, next);
    if (index === next) batch.representations.push(representation);
    batch.targets.push(object);
    batch.indexOf.push(index);
  }
  return batch;
}

function numberOf({ __typename: name }: Tree, key: unknown, known: Known, next: number): number {
  let ofType = known.get(name);
  if (!ofType) known.set(name, (ofType = new Map()));
  const index = ofType.get(key);
  if (index === undefined) ofType.set(key, next);
  return index ?? next;
}

function representationOf(object: Tree, fetch: Fetch, lenient: boolean): Tree | undefined {
  const representation = fetch.represent?.(object, lenient);
  if (!representation) return undefined;
  fetch.rewriteInput?.(representation);
  // Where fragments for several types meet in a fetch, an object may fit one that is not for the room: it would refuse all.
  return fetch.knownTypes.has(representation.__typename as string) ? representation : undefined;
}

export const fetchEntities = (fetch: Fetch, ground: Ground, run: Run): Promise<void> =>
  fetchFor(fetch, ground, run, collect(run.data, fetch.paths), {});

async function fetchFor(fetch: Fetch, ground: Ground, run: Run, objects: readonly Tree[], context: Variables) {
  if (objects.length === 0) return;
  // What only a field requires that is left out was not fetched. Once something has failed, it may as well be lost.
  const lenient = fetch.isConditional && !hasErrors(run);
  const batch = batchOf(objects, fetch, lenient);
  const { representations, targets } = batch;
  if (targets.length === 0) return;
  const variables = { ...variablesOf(fetch, run.variables), ...context, representations };
  const answer = await ask(fetch, ground, run, variables, targets);
  if (!answer) return;
  if (answer.errors?.length) entityErrors(fetch, ground.names, run, answer, batch);
  const entities = answer.data?._entities;
  if (!Array.isArray(entities)) return;
  fetch.rewriteOutput?.(entities);
  take(entities, fetch, ground, batch);
}

/**
 * Gives each target its entity. Where what is asked for next may differ from place to place, an entity that stands for several
 * is theirs only as a copy; elsewhere what is the same stays one object, and is asked for once.
 */
function take(entities: readonly unknown[], { paths }: Fetch, { hasContexts, types }: Ground, batch: Batch): void {
  const { targets, indexOf } = batch;
  const mayDiffer = hasContexts || paths.length > 1;
  let given = 0;
  for (let each = 0; each < targets.length; each++) {
    const index = indexOf[each] as number;
    const entity = entities[index];
    // They are numbered as they first appear.
    const isFirst = index === given;
    if (isFirst) given++;
    if (isTree(entity)) merge(targets[each] as Tree, entity, types, mayDiffer && !isFirst);
  }
}

/** Objects that see different values of a context are asked for apart: an argument has one value in a question. */
export async function fetchByContext(fetch: Fetch, ground: Ground, run: Run): Promise<void> {
  const groups = new Map<string, { context: Variables; objects: Tree[] }>();
  for (const place of placesAt(run.data, fetch.paths)) {
    const context = (fetch.readContext as ReadContext)(place);
    const key = JSON.stringify(context);
    const group = groups.get(key) ?? { context, objects: [] };
    groups.set(key, group);
    group.objects.push(place.object);
  }
  await Promise.all([...groups.values()].map(({ context, objects }) => fetchFor(fetch, ground, run, objects, context)));
}
