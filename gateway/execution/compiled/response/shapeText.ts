import type { ResponseKey } from '../places';
import { isTree, type Tree } from '../run';
import type { Field, Selection, Value } from './selection';
import { mayBeInvalid, mayBeNull, type Shaping } from './shaping';

/**
 * As `shapeData`, but written as JSON at once: no object is made only to be written. Nothing stands for a null that may not be
 * where it is, and the empty text for a value that is none of its type.
 */
type Written = string | undefined;

const INVALID = '';

export function shapeText(data: Tree, selection: Selection, shaping: Shaping): string {
  return writeObject(data, selection.fieldsOf(data.__typename) ?? [], shaping) ?? 'null';
}

function writeObject(object: Tree, fields: readonly Field[], shaping: Shaping): Written {
  let text = '{';
  for (const { key, source, prefix, constant, value } of fields) {
    const written =
      constant === undefined ? writeValue(object[source], key, value, shaping, object, source) : `"${constant}"`;
    if (written === undefined) return undefined;
    text += prefix + written;
  }
  return `${text}}`;
}

function writeValue(
  found: unknown,
  key: ResponseKey,
  value: Value,
  shaping: Shaping,
  owner: Tree | undefined,
  source: string,
): Written {
  if (found == null) return mayBeNull(shaping, key, found, value, owner, source) ? 'null' : undefined;
  const { leaf } = value;
  if (leaf) {
    const written = leaf.write(found);
    if (written !== undefined) return written;
  } else {
    shaping.path.push(key);
    const written = value.item ? writeList(found, value.item, shaping) : writeInner(found, value, shaping);
    shaping.path.pop();
    if (written === undefined) return value.nonNull ? undefined : 'null';
    if (written !== INVALID) return written;
  }
  return mayBeInvalid(shaping, key, found, value) ? 'null' : undefined;
}

function writeInner(found: unknown, { selection }: Value, shaping: Shaping): Written {
  const fields = isTree(found) ? selection?.fieldsOf(found.__typename) : undefined;
  return fields ? writeObject(found as Tree, fields, shaping) : INVALID;
}

function writeList(found: unknown, item: Value, shaping: Shaping): Written {
  if (!Array.isArray(found)) return INVALID;
  let text = '[';
  for (let index = 0; index < found.length; index++) {
    const written = writeValue(found[index], index, item, shaping, undefined, '');
    if (written === undefined) return undefined;
    text += index === 0 ? written : `,${written}`;
  }
  return `${text}]`;
}
