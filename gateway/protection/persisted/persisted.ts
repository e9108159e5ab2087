import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { LIMITS } from '../limits';
import { tooLarge } from '../tooLarge';
import { registered } from './automatic';
import { manifestOf, type Manifest } from './manifest';
import type { PersistedMode } from './modes';
import type { SharedDocuments } from './shared';

export type PersistedOptions = {
  readonly manifest?: Manifest;
  readonly mode: PersistedMode;
  /** What other gateways were told as well; nobody else if not given. */
  readonly shared?: Pick<SharedDocuments, 'find' | 'keep'>;
};

/** What a request says of its document. */
export type Named = { readonly query?: unknown; readonly extensions?: unknown };

type Found = string | undefined;

/**
 * Finds the text that a request means, at once unless other gateways have to be asked or told. Answers undefined when it means
 * none. @throws GraphQLError
 */
export type ResolveDocument = (request: Named) => Found | Promise<Found>;

const SHA256 = /^[\da-f]{64}$/;
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const refused = (code: string, message: string) => new GraphQLError(message, { extensions: { code } });

/** The hash or id that stands in `extensions.persistedQuery`. */
function idOf(extensions: unknown): string | undefined {
  const { persistedQuery } = (extensions ?? {}) as { persistedQuery?: unknown };
  if (persistedQuery === undefined || persistedQuery === null) return undefined;
  const { version, sha256Hash } = persistedQuery as Record<string, unknown>;
  if (version !== 1 || typeof sha256Hash !== 'string')
    throw refused('BAD_REQUEST', 'extensions.persistedQuery must have version 1 and a sha256Hash.');
  return sha256Hash;
}

/** One for all supergraphs and transports. */
export function persistedOperations({ manifest, mode, shared }: PersistedOptions, log: Logger): ResolveDocument {
  const list = manifest ?? manifestOf([]);
  const restricted = manifest !== undefined && mode !== 'log';
  const automatic = registered();

  const notFound = () => refused('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');

  /** What comes from elsewhere is looked at: it has to be what its hash says. */
  async function elsewhere(hash: string, { find }: Pick<SharedDocuments, 'find'>): Promise<string> {
    const body = await find(hash);
    if (body === undefined || hashOf(body) !== hash) throw notFound();
    automatic.keep(hash, body);
    return body;
  }

  function byId(id: string): string | Promise<string> {
    const body = list.bodyOf(id) ?? (restricted ? undefined : automatic.find(id));
    if (body !== undefined) return body;
    if (restricted) throw refused('PERSISTED_QUERY_NOT_IN_LIST', 'No persisted operation has this id.');
    if (!SHA256.test(id)) throw refused('BAD_REQUEST', 'The sha256Hash must be 64 hexadecimal digits.');
    if (shared) return elsewhere(id, shared);
    throw notFound();
  }

  /** Others are told of what is new here, before the client can ask them for it. */
  function keep(hash: string, body: string): string | Promise<string> {
    const isKnown = automatic.find(hash) !== undefined;
    automatic.keep(hash, body);
    return isKnown || !shared ? body : shared.keep(hash, body).then(() => body);
  }

  function checkListed(body: string): void {
    if (restricted && mode === 'require-id')
      throw refused('PERSISTED_QUERY_ID_REQUIRED', 'Name a persisted operation by its id.');
    if (manifest === undefined || list.holds(body)) return;
    if (restricted) throw refused('QUERY_NOT_IN_SAFELIST', 'Only persisted operations are taken here.');
    log.warn({ sha256: hashOf(body) }, 'a document that is not in the manifest');
  }

  return ({ query, extensions }) => {
    const id = idOf(extensions);
    const body = typeof query === 'string' && query !== '' ? query : undefined;
    if (body === undefined) return id === undefined ? undefined : byId(id);
    if (id === undefined && manifest === undefined) return body;
    if (body.length > LIMITS.characters) throw tooLarge('characters', LIMITS);
    if (id !== undefined && list.bodyOf(id) === body) return body;
    if (id !== undefined && hashOf(body) !== id)
      throw refused('BAD_REQUEST', 'The sha256Hash is not that of the document.');
    checkListed(body);
    return id !== undefined && !restricted ? keep(id, body) : body;
  };
}
