import type { ErrorPath } from './errors';
import { isTree, type Tree } from './run';
import type { Selection, Value } from './selection';

/**
 * The part of an error's path that is in the response. Rooms are asked for more than the client wants, and what a field
 * required is neither its concern nor always its to know.
 */
export function visiblePath(path: ErrorPath, root: Selection, data: Tree): ErrorPath | undefined {
  let selection: Selection | undefined = root;
  let value: Value | undefined;
  let found: unknown = data;
  for (const [depth, key] of path.entries()) {
    if (typeof key === 'number') {
      found = Array.isArray(found) ? found[key] : undefined;
      value = value?.item;
    } else {
      const object: Tree | undefined = isTree(found) ? found : undefined;
      const field = selection && fieldOf(selection, object, key);
      if (!field) return depth === 0 ? undefined : path.slice(0, depth);
      found = object?.[field.source];
      value = field.value;
    }
    selection = value?.selection;
  }
  return path;
}

/** Where an object was lost to the error its type is not known: the field may be of any type that can stand there. */
function fieldOf(selection: Selection, object: Tree | undefined, key: string) {
  if (object) return selection.fieldsOf(object.__typename)?.find((field) => field.key === key);
  for (const name of selection.possibleTypes()) {
    const field = selection.fieldsOf(name)?.find((each) => each.key === key);
    if (field) return field;
  }
  return undefined;
}
