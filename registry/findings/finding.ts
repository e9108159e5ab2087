/** What a finding is about. Its exit code, and which of several counts, stand in verdict.ts. */
export const KINDS = ['COMPOSITION', 'OPERATION', 'BREAKING', 'LINT', 'COST', 'HINT', 'CHANGE'] as const;
export type FindingKind = (typeof KINDS)[number];

/** `error` forbids the change to land; `warning` and `notice` do not. */
export const SEVERITIES = ['error', 'warning', 'notice'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Lines and columns count from 1. */
export type Place = { readonly file: string; readonly line: number; readonly column: number };

/** Whom a finding hits: an operation that is registered, or calls that were recorded, whatever their operation was. */
export type Hit = {
  readonly client: string;
  readonly version: string;
  readonly operation?: string;
  /** In the time that is looked at. */
  readonly calls?: number;
};

/** One thing that a check says about a proposed schema. */
export type Finding = {
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** The rule or kind of change, such as `FIELD_REMOVED` or `lint/described`. */
  readonly code: string;
  /** What is so, in one sentence. */
  readonly message: string;
  /** The element that it is about, as a schema coordinate. */
  readonly coordinate?: string;
  readonly place?: Place;
  /** The contracts (`public`, or one cut by tag) in which it shows, with commas; none where it is not about one. */
  readonly contract?: string;
  readonly hits: readonly Hit[];
  /** How to make it safe, in one sentence. */
  readonly remedy?: string;
  /** For a breaking change: what an approval of it names. */
  readonly change?: string;
  /** For a breaking change: the subgraph that makes it, and the hash of its schema, to which an approval is bound. */
  readonly subgraph?: string;
  readonly schema?: string;
  /** Who has approved it, and until when. */
  readonly approved?: { readonly by: string; readonly expiresAt: string };
};
