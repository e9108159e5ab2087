import { isEnumType, type GraphQLLeafType } from 'graphql';

/** How a value without fields goes into the response. */
export type Leaf = {
  /** The value itself; nothing when it is none of the type. (GraphQL, section 3.5, result coercion) */
  take(value: unknown): unknown;
  /** The same as JSON. */
  write(value: unknown): string | undefined;
};

// What JSON writes in another way than it is: control characters, quotes, backslashes, halves of surrogate pairs.
// oxlint-disable-next-line no-control-regex
const ESCAPED = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** As `JSON.stringify`, which is slow to call for a short text. */
export const quote = (text: string): string => (ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`);

const string: Leaf = {
  take: (value) => (typeof value === 'string' ? value : undefined),
  write: (value) => (typeof value === 'string' ? quote(value) : undefined),
};
const int: Leaf = {
  take: (value) => (Number.isInteger(value) ? value : undefined),
  write: (value) => (Number.isInteger(value) ? `${value as number}` : undefined),
};
const float: Leaf = {
  take: (value) => (Number.isFinite(value) ? value : undefined),
  write: (value) => (Number.isFinite(value) ? `${value as number}` : undefined),
};
const boolean: Leaf = {
  take: (value) => (typeof value === 'boolean' ? value : undefined),
  write: (value) => (typeof value === 'boolean' ? `${value}` : undefined),
};
/** An ID is written as a string, also when a room counts its things. */
const id: Leaf = {
  take: (value) => (typeof value === 'string' ? value : Number.isInteger(value) ? String(value) : undefined),
  write: (value) =>
    typeof value === 'string' ? quote(value) : Number.isInteger(value) ? `"${value as number}"` : undefined,
};

/** What we do not know better than the room that answered it. */
export const anything: Leaf = { take: (value) => value, write: (value) => JSON.stringify(value) };

const BUILT_IN: Readonly<Record<string, Leaf>> = { String: string, Int: int, Float: float, Boolean: boolean, ID: id };

export function leafOf(type: GraphQLLeafType): Leaf {
  if (!isEnumType(type)) return BUILT_IN[type.name] ?? anything;
  // Of the API schema: a value that is `@inaccessible` is none of them.
  const written = new Map(type.getValues().map(({ name }) => [name, `"${name}"`]));
  return {
    take: (value) => (written.has(value as string) ? value : undefined),
    write: (value) => written.get(value as string),
  };
}
