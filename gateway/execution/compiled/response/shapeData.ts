import type { ResponseKey } from '../places';
import { isTree, type Tree } from '../run';
import type { Deferred, Selection, Value } from './selection';
import { mayBeInvalid, mayBeNull, type Shaping } from './shaping';

/** Stands for a null that may not be where it is, so that what is around it becomes null. (GraphQL, section 6.4.4) */
const NULLED = Symbol('nulled');

/** The response's `data`, exactly what the client asked for, in its order. */
export function shapeData(data: Tree, selection: Selection, shaping: Shaping): Record<string, unknown> | null {
  const shaped = shapeObject(data, selection, shaping);
  if (shaped !== NULLED) return shaped as Record<string, unknown>;
  shaping.deferred.length = 0;
  return null;
}

function shapeObject(object: Tree, selection: Selection, shaping: Shaping): unknown {
  const fields = selection.fieldsOf(object.__typename) ?? [];
  const shaped: Tree = {};
  for (const { key, source, constant, value } of fields) {
    const found = constant ?? shapeValue(object[source], key, value, shaping, object, source);
    if (found === NULLED) return NULLED;
    // An assignment would change the prototype instead.
    if (key === '__proto__') Object.defineProperty(shaped, key, { value: found, enumerable: true });
    else shaped[key] = found;
  }
  if (selection.deferredOf) noteDeferred(object, selection.deferredOf(object.__typename), shaping);
  return shaped;
}

function noteDeferred(object: Tree, found: readonly Deferred[], { deferred, path }: Shaping): void {
  for (const each of found) deferred.push({ ...each, object, path: [...path] });
}

function shapeValue(
  found: unknown,
  key: ResponseKey,
  value: Value,
  shaping: Shaping,
  owner: Tree | undefined,
  source: string,
): unknown {
  if (found == null) return mayBeNull(shaping, key, found, value, owner, source) ? null : NULLED;
  const { leaf } = value;
  if (leaf) {
    const taken = leaf.take(found);
    if (taken != null) return taken;
  } else {
    shaping.path.push(key);
    const before = shaping.deferred.length;
    const shaped = value.item ? shapeList(found, value.item, shaping) : shapeInner(found, value, shaping);
    shaping.path.pop();
    // Nothing comes later of what is not there.
    if (shaped === NULLED) shaping.deferred.length = before;
    if (shaped === NULLED) return value.nonNull ? NULLED : null;
    if (shaped !== undefined) return shaped;
  }
  return mayBeInvalid(shaping, key, found, value) ? null : NULLED;
}

/** Answers nothing for what is no object that may stand here. */
function shapeInner(found: unknown, { selection }: Value, shaping: Shaping): unknown {
  if (!isTree(found) || !selection?.fieldsOf(found.__typename)) return undefined;
  return shapeObject(found, selection, shaping);
}

function shapeList(found: unknown, item: Value, shaping: Shaping): unknown {
  if (!Array.isArray(found)) return undefined;
  const shaped: unknown[] = [];
  for (let index = 0; index < found.length; index++) {
    const each = shapeValue(found[index], index, item, shaping, undefined, '');
    if (each === NULLED) return NULLED;
    shaped.push(each);
  }
  return shaped;
}
