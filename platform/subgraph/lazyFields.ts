/** What the fields of an object are made of. */
export const MADE_OF = Symbol('what its fields are made of');

const prototypes = new WeakMap<object, object>();

/**
 * What all objects with the same makers have in common: a field is made when it is first asked for, and kept. Requests and
 * transactions are many, and each asks for a few of its fields.
 */
export function lazyFields<Source>(makers: Readonly<Record<string, (source: Source) => unknown>>): object {
  const known = prototypes.get(makers);
  if (known) return known;
  const prototype = {};
  for (const [name, make] of Object.entries(makers)) {
    Object.defineProperty(prototype, name, {
      get(this: { [MADE_OF]: Source }) {
        const value = make(this[MADE_OF]);
        Object.defineProperty(this, name, { value, enumerable: true });
        return value;
      },
    });
  }
  prototypes.set(makers, prototype);
  return prototype;
}
