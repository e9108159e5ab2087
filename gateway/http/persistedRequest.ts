import type { FastifyRequest } from 'fastify';
import type { ResolveDocument } from '../protection/persisted/persisted';

type Parameters = Record<string, unknown>;

const isObject = (value: unknown): value is Parameters =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** In an address, extensions are written as JSON. */
function parsed(extensions: unknown): unknown {
  if (typeof extensions !== 'string') return extensions;
  try {
    return JSON.parse(extensions) as unknown;
  } catch {
    // Whoever reads the request next says what is wrong with it.
    return undefined;
  }
}

function without(extensions: unknown): Parameters | undefined {
  if (!isObject(extensions)) return undefined;
  const { persistedQuery: _named, ...others } = extensions;
  return others;
}

/**
 * Puts the document that a request names by its id or hash into its place. Answers a promise where that takes a while.
 * @throws GraphQLError
 */
export function writeOut(request: FastifyRequest, resolve: ResolveDocument): Promise<void> | undefined {
  const parameters = request.method === 'GET' ? request.query : request.body;
  if (!isObject(parameters)) return undefined;
  const extensions = parsed(parameters.extensions);
  const found = resolve({ query: parameters.query, extensions });
  if (found instanceof Promise) return found.then((query) => put(request, { parameters, extensions, query }));
  put(request, { parameters, extensions, query: found });
  return undefined;
}

type Written = { readonly parameters: Parameters; readonly extensions: unknown; readonly query: string | undefined };

function put(request: FastifyRequest, { parameters, extensions, query }: Written): void {
  if (query === undefined || !isObject(extensions)) return;
  if (request.method !== 'GET') {
    request.body = { ...parameters, query, extensions: without(extensions) };
    return;
  }
  const search = new URLSearchParams(parameters as Record<string, string>);
  search.set('query', query);
  search.set('extensions', JSON.stringify(without(extensions)));
  request.raw.url = `/graphql?${search.toString()}`;
}
