import type { FastifyRequest } from 'fastify';
import type { Access } from '../access';
import { toldOf, type ErrorCode, type ServiceError } from '../errors';
import type { Live } from '../live';
import { nothingPublished } from '../supergraph';

type Asked = { readonly apiKey: string; readonly ifAfterId?: string | null };

/** Seconds between two polls: both public clients ask no more often. */
const MIN_DELAY = 10;

/** After the first two a client asks no more. */
const CODES: Partial<Readonly<Record<ErrorCode, string>>> = {
  UNAUTHENTICATED: 'AUTHENTICATION_FAILED',
  FORBIDDEN: 'ACCESS_DENIED',
  NOTHING_PUBLISHED: 'UNKNOWN_REF',
};

/** A refusal is data, so that a client knows whether to ask again. */
const fetchError = ({ code, message }: ServiceError) => ({
  __typename: 'FetchError',
  code: CODES[code] ?? 'RETRY_LATER',
  message,
  minDelaySeconds: MIN_DELAY,
});

async function orFetchError<T>(work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    const told = toldOf(error);
    if (!told) throw error;
    return fetchError(told);
  }
}

const found = (asked: Asked, id: string, result: { readonly __typename: string; readonly [field: string]: unknown }) =>
  asked.ifAfterId === id
    ? { __typename: 'Unchanged', id, minDelaySeconds: MIN_DELAY }
    : { id, minDelaySeconds: MIN_DELAY, ...result };

/** What Uplink's root fields answer to one request. There is one graph here, so that any `ref` names it. */
export function answersTo(request: FastifyRequest, { access, live }: { access: Access; live: Live }) {
  const answer = (work: (asked: Asked) => Promise<unknown>) => (asked: Asked) =>
    orFetchError(async () => {
      access.demand(request, 'read', asked.apiKey);
      return work(asked);
    });
  return {
    routerConfig: answer(async (asked) => {
      const delivered = await live.current();
      if (!delivered) throw nothingPublished();
      const { supergraph: supergraphSDL } = delivered.signed;
      const id = delivered.etag.slice(1, -1);
      return found(asked, id, { __typename: 'RouterConfigResult', supergraphSDL, messages: [] });
    }),
    // A licence is Apollo's to give: a router runs without one.
    routerEntitlements: answer(async (asked) =>
      found(asked, 'none', { __typename: 'RouterEntitlementsResult', entitlement: null }),
    ),
    persistedQueries: answer(async (asked) =>
      found(asked, 'none', { __typename: 'PersistedQueriesResult', chunks: null }),
    ),
  };
}
