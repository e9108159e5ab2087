import type { ErrorPath } from './errors';
import type { Names } from '../planning/names';
import { isTree, type Tree } from '../run';
import type { Field, Selection, Value } from '../response/selection';

/**
 * The part of an error's path that is in the response. Rooms are asked for more than the client wants, and what a field
 * required is neither its concern nor always its to know. Nothing when the error took nothing from the client.
 */
export function visiblePath(path: ErrorPath, root: Selection, data: Tree, names: Names): ErrorPath | undefined {
  let selection: Selection | undefined = root;
  let value: Value | undefined;
  let found: unknown = data;
  for (const [depth, key] of path.entries()) {
    if (typeof key === 'number') {
      found = Array.isArray(found) ? found[key] : undefined;
      value = value?.item;
    } else {
      const object: Tree | undefined = isTree(found) ? found : undefined;
      const field: Field | undefined = selection && fieldOf(selection, object, key);
      if (!field && object && isDeferred(selection, object, key)) return undefined;
      if (!field) return names.required.has(key) || !isWhole(object, selection) ? path.slice(0, depth) : undefined;
      found = object?.[field.source];
      value = field.value;
    }
    selection = value?.selection;
  }
  return path;
}

const among = (fields: readonly Field[] | undefined, key: string) => fields?.find((field) => field.key === key);

/** It is told with the part that comes later. */
const isDeferred = (selection: Selection | undefined, object: Tree | undefined, key: string): boolean =>
  selection
    ?.deferredOf?.(object?.__typename)
    .some(({ selection: later }) => fieldOf(later, object, key) || isDeferred(later, object, key)) ?? false;

const ofAnyType = (selection: Selection, key: string): Field | undefined =>
  selection
    .possibleTypes()
    .map((name) => among(selection.fieldsOf(name), key))
    .find((field) => field !== undefined);

/** Of an object that was lost to the error the type is not known: the field may be of any type that can stand there. */
function fieldOf(selection: Selection, object: Tree | undefined, key: string): Field | undefined {
  const fields = object && selection.fieldsOf(object.__typename);
  return fields ? among(fields, key) : ofAnyType(selection, key);
}

/**
 * A room with an `@interfaceObject` cannot tell types apart: it is asked of all objects what the client wants of some. What it
 * fails in for the others is nothing to the client, unless something else went with it.
 */
function isWhole(object: Tree | undefined, selection: Selection | undefined): boolean {
  const fields = object && selection?.fieldsOf(object.__typename);
  return fields?.every(({ constant, source }) => constant !== undefined || object?.[source] !== undefined) ?? false;
}
