import { GraphQLError, type ExecutionResult } from 'graphql';
import type { Batch } from '../steps/entities';
import type { Fetch } from '../steps/fetch';
import type { Names } from '../planning/names';
import { placesAt, type ResponseKey } from '../places';
import type { Part } from '../response/part';
import type { Run, Tree } from '../run';
import { visiblePath } from './visible';

export type ErrorPath = readonly ResponseKey[];

const ENTITIES = '_entities';

/** An error as it came from a room or a transport, at a place of the response. Its code and its cause stay. */
export function errorAt(path: ErrorPath | undefined, cause: unknown, room: string): GraphQLError {
  const { message, extensions } = cause as { message?: string; extensions?: Record<string, unknown> };
  return new GraphQLError(message || `The room ${room} failed.`, {
    path,
    originalError: cause instanceof Error ? cause : undefined,
    extensions: { ...extensions, serviceName: room },
  });
}

/** The client's names of a place that a room named as it was asked. */
function clientPath(place: ErrorPath, inside: ErrorPath, { renamed }: Fetch, names: Names): ResponseKey[] {
  const asked = [...place, ...inside.map((key) => renamed.get(String(key)) ?? key)];
  return asked.map((key) => (typeof key === 'string' ? names.ofClient(key) : key));
}

/** An error that names no place speaks of all that was asked for; when nothing came, it is why. */
function withoutPlace(fetch: Fetch, run: Run, { data }: ExecutionResult, cause: unknown, targets: readonly Tree[]) {
  const isCause = data == null || (fetch.represent !== undefined && !Array.isArray(data[ENTITIES]));
  if (isCause) run.failures.push({ fetch, cause, targets, told: false });
  else run.errors.push(errorAt(undefined, cause, fetch.room));
}

export function rootErrors(fetch: Fetch, names: Names, run: Run, answer: ExecutionResult, targets: readonly Tree[]) {
  for (const error of answer.errors ?? []) {
    const inside = error.path;
    if (!inside?.length) {
      withoutPlace(fetch, run, answer, error, targets);
      continue;
    }
    for (const { path } of placesAt(run.data, fetch.paths)) {
      run.errors.push(errorAt(clientPath(path, inside, fetch, names), error, fetch.room));
    }
  }
}

/** An error at `_entities.3.title` stands wherever the fourth representation was taken from. */
export function entityErrors(fetch: Fetch, names: Names, run: Run, answer: ExecutionResult, batch: Batch): void {
  const pathsOf = entityPaths(fetch, run, batch);
  for (const error of answer.errors ?? []) {
    const [field, index, ...inside] = error.path ?? [];
    const places = field === ENTITIES && typeof index === 'number' ? pathsOf[index] : undefined;
    if (!places) withoutPlace(fetch, run, answer, error, batch.targets);
    else
      for (const place of places) run.errors.push(errorAt(clientPath(place, inside, fetch, names), error, fetch.room));
  }
}

/** For each representation, the places that it stands for. */
function entityPaths({ paths: from }: Fetch, run: Run, { representations, targets, indexOf }: Batch): ErrorPath[][] {
  const representationOf = new Map(targets.map((target, each) => [target, indexOf[each] as number]));
  const paths: ErrorPath[][] = representations.map(() => []);
  for (const place of placesAt(run.data, from)) {
    const index = representationOf.get(place.object);
    if (index !== undefined) paths[index]?.push(place.path);
  }
  return paths;
}

/** The rest of a path that leads into a place. */
function beyond(path: ErrorPath, place: ErrorPath): ErrorPath | undefined {
  return place.every((key, at) => path[at] === key) ? path.slice(place.length) : undefined;
}

/** The path of an error, no further than a part of the response leads. What took a place as such was told before it. */
function shownPath({ path }: GraphQLError, part: Part, isOuter: boolean, names: Names): ErrorPath | undefined {
  const below = path && beyond(path, part.path);
  const visible = below && visiblePath(below, part.selection, part.object, names);
  if (!visible || (isOuter && visible.length === 0)) return undefined;
  return visible === below ? path : [...part.path, ...visible];
}

/** Errors of what the client asked for in a part of the response, once each. @param run that of the part, or one around it */
export function distinct(run: Run, part: Part, isOuter: boolean, names: Names): GraphQLError[] {
  const known = new Map<string, GraphQLError>();
  for (const error of run.errors) {
    const { message, originalError, extensions } = error;
    const path = shownPath(error, part, isOuter, names);
    if (!path && (error.path || run.outer || isOuter)) continue;
    const shown = path === error.path ? error : new GraphQLError(message, { path, originalError, extensions });
    const key = JSON.stringify([message, path]);
    if (!known.has(key)) known.set(key, shown);
  }
  return [...known.values()];
}
