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

/** Puts the document that a request names by its id or hash into its place. @throws GraphQLError */
export function writeOut(request: FastifyRequest, resolve: ResolveDocument): void {
  const isGet = request.method === 'GET';
  const parameters = isGet ? request.query : request.body;
  if (!isObject(parameters)) return;
  const extensions = parsed(parameters.extensions);
  const query = resolve({ query: parameters.query, extensions });
  if (query === undefined || !isObject(extensions)) return;
  if (!isGet) {
    request.body = { ...parameters, query, extensions: without(extensions) };
    return;
  }
  const search = new URLSearchParams(parameters as Record<string, string>);
  search.set('query', query);
  search.set('extensions', JSON.stringify(without(extensions)));
  request.raw.url = `/graphql?${search.toString()}`;
}
