/**
 * How large one operation may be. Together they keep refusing, parsing, validating and planning below 250 ms of CPU,
 * whatever comes; the largest operation of the contract takes a third of them.
 */
export const LIMITS = {
  /** Bytes of a request's body. */
  body: 1_048_576,

  // Of a document's text, before it is parsed.
  characters: 100_000,
  tokens: 4000,
  /** Brackets in brackets: parsers and rules call themselves for each. */
  nesting: 100,
  directives: 200,

  // Of a document.
  operations: 100,
  fragments: 200,

  // Of an operation, its fragments spread out.
  depth: 15,
  aliases: 50,
  rootFields: 20,
  /** How high it is: its fields, one below the other. */
  fields: 1000,
  /** How often the schema is asked for: `__schema`, `__type`, and the aliases below them. */
  introspection: 5,

  // Of the variables of a request.
  values: 10_000,
  variableDepth: 32,
} as const;

export type Limit = keyof typeof LIMITS;
export type Limits = Readonly<Record<Limit, number>>;

/** For a trusted network: only what would break the process itself is kept out. */
export const UNLIMITED: Limits = {
  ...(Object.fromEntries(Object.keys(LIMITS).map((limit) => [limit, Infinity])) as Record<Limit, number>),
  body: 256 * 1024 * 1024,
  nesting: 1000,
  variableDepth: 1000,
};
