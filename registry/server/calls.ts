import type { StoreCall } from '../store/remote/calls';
import type { Store } from '../store/store';
import type { Right } from '../tokens/token';
import { fields, list, number, oneOf, optional, text, time, type Read } from './reading';

type Reads<Arguments extends readonly unknown[]> = { readonly [Index in keyof Arguments]-?: Read<Arguments[Index]> };

/** What a caller needs to do it, how its arguments are read, and what is written down of it where it changes something. */
export type CallRule<Arguments extends readonly unknown[] = readonly unknown[]> = {
  readonly right: Right;
  readonly reads: Reads<Arguments>;
  readonly audited?: (...given: Arguments) => object;
};

const MOST_SUBGRAPHS = 1_000;
const MOST_OPERATIONS = 10_000;
const SDL = 10_000_000;

const id = text(64);
const name = text(200);
const author = fields<{ by: string; commit?: string }>({ by: text(200), commit: optional(text(200)) });
const version = fields<Parameters<Store['push']>[0]>({
  id,
  subgraphs: list(fields({ name, url: text(2_000, 0), sdl: text(SDL) }), MOST_SUBGRAPHS),
  supergraph: text(SDL),
  pushed: author,
});
const release = fields<Parameters<Store['publish']>[0]>({
  version: id,
  kind: oneOf('publish', 'rollback'),
  published: author,
  changes: list(text(10_000), 10_000),
});
const approval = fields<Parameters<Store['approve']>[0]>({
  change: text(1_000),
  schema: id,
  reason: text(2_000),
  expiresAt: time,
  approved: author,
});
const operation = fields({ id: text(1_000), name: text(1_000, 0), body: text(1_000_000) });
const clientRelease = fields<Parameters<Store['register']>[0]>({
  client: name,
  version: name,
  operations: list(operation, MOST_OPERATIONS),
  registered: author,
});

/** What may be called over HTTP. */
export const CALLS: { readonly [Call in StoreCall]: CallRule<Parameters<Store[Call]>> } = {
  now: { right: 'read', reads: [] },
  live: { right: 'read', reads: [] },
  version: { right: 'read', reads: [id] },
  // Whoever wants more asks page by page.
  history: { right: 'read', reads: [number(0, 1_000), optional(number(0))] },
  approvals: { right: 'check', reads: [] },
  clients: { right: 'check', reads: [] },
  usage: { right: 'check', reads: [text(10, 10)] },
  push: { right: 'publish', reads: [version], audited: (pushed) => ({ version: pushed.id }) },
  publish: {
    right: 'publish',
    reads: [release, number(0)],
    audited: ({ version: published, kind }, after) => ({ version: published, kind, after }),
  },
  approve: {
    right: 'publish',
    reads: [approval],
    audited: ({ change, schema, expiresAt, reason }) => ({ change, schema, expiresAt, reason }),
  },
  register: {
    right: 'publish',
    reads: [clientRelease],
    audited: (registered) => ({ client: registered.client, clientVersion: registered.version }),
  },
  retire: {
    right: 'publish',
    reads: [name, name, author],
    audited: (client, clientVersion) => ({ client, clientVersion }),
  },
};
