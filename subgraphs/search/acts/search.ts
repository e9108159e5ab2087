import { connection, type Connection, type Page } from '../../../platform/kernel/connections';
import { invalidInput } from '../../../platform/kernel/errors';
import type { Context } from '../context';
import type { ProductRow } from '../data/search.repository';
import type { Columns } from '../domain/columns';
import { correctedText, type Correction, isCorrectable, nearest } from '../domain/correction';
import type { Criteria } from '../domain/criteria';
import { type Facet, facetsOf } from '../domain/facets';
import { everything, type Hits, isFound, match } from '../domain/matching';
import { narrow } from '../domain/narrowing';
import { firstOf, parseRank, type Sort } from '../domain/ordering';
import { type Postings, unpack } from '../domain/postings';
import { type QueryWord, queryWords, termsOf } from '../domain/query';
import { han } from '../han';

/** A product that was found, and the terms that found it. */
export type Hit = { readonly product: ProductRow; readonly terms: ReadonlySet<string> };
export type SearchResult = Connection<Hit> & { facets: Facet[]; correctedQuery: string | null };

export type SearchRequest = { query: string; criteria: Criteria; sort: Sort; page: Page; scope: string };

const MAX_QUERY = 200;
/** Who misspells more words than this is not helped by guessing. */
const MAX_CORRECTIONS = 4;

/** A query without the blanks around it. @throws INVALID_INPUT when it is too long */
export function parseQuery(text: string, field: string): string {
  if (text.length > MAX_QUERY) throw invalidInput(`${field} has at most ${MAX_QUERY} characters.`, [field]);
  return text.trim();
}

type Understood = { hits: Hits; terms: ReadonlySet<string>; columns: Columns; correctedQuery: string | null };

/** Puts the words that were meant in the place of those that no product holds. */
async function correct(
  context: Context,
  words: readonly QueryWord[],
  postings: Map<string, Postings>,
): Promise<Correction[]> {
  const unknown = words
    .filter((word) => isCorrectable(word.word) && !isFound(word, (term) => postings.get(term)))
    .slice(0, MAX_CORRECTIONS);
  const resembling = await context.repositories.dictionary.resembling(unknown.map(({ word }) => word));
  return unknown.flatMap((from) => {
    const candidates = resembling.get(from.word) ?? [];
    const to = nearest(from.word, candidates);
    const found = candidates.find((candidate) => candidate === to);
    if (!to || !found) return [];
    postings.set(to.term, unpack(found.packed));
    return [{ from, to }];
  });
}

async function understand(context: Context, query: string): Promise<Understood> {
  const words = queryWords(query, han);
  const { columns, postings } = await context.repositories.search.read(termsOf(words));
  if (query === '') return { hits: everything(columns.size), terms: new Set(), columns, correctedQuery: null };
  const corrections = await correct(context, words, postings);
  const meant = words.map((word) => {
    const correction = corrections.find(({ from }) => from === word);
    return correction ? { ...word, alternatives: [[correction.to.term]] } : word;
  });
  return {
    hits: match(meant, (term) => postings.get(term)),
    terms: new Set(termsOf(meant)),
    columns,
    correctedQuery: corrections.length > 0 ? correctedText(query, corrections) : null,
  };
}

/** Finds a page of products, and counts all that were found. */
export async function search(
  context: Context,
  { query, criteria, sort, page, scope }: SearchRequest,
): Promise<SearchResult> {
  const { hits, terms, columns, correctedQuery } = await understand(context, query);
  const narrowed = narrow(columns, hits, criteria);
  const after = parseRank(page.after);
  const wanted = { sort, currency: criteria.currency, limit: page.limit + 1, after };
  const ranks = firstOf(narrowed.places, hits, columns, wanted);
  const rows =
    ranks.length === 0 ? [] : await context.repositories.search.byNumbers(ranks.map(([, , number]) => number));
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const found = ranks.flatMap((rank) => {
    const product = byNumber.get(rank[2]);
    return product ? [{ rank, product, terms }] : [];
  });
  return {
    ...connection(scope, page, found, ({ rank }) => [...rank], narrowed.places.length),
    facets: facetsOf(narrowed.counts, columns.paths, criteria, context.locale),
    correctedQuery,
  };
}
