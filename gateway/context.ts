import { randomUUID } from 'node:crypto';
import type { Envelope } from '../platform/identity/envelope';
import { guest, type Identity } from '../platform/identity/identity';
import type { Tenant } from '../platform/identity/tenants';
import { invalidInput, unauthenticated } from '../platform/kernel/errors';
import type { Leaving } from '../platform/kernel/leaving';
import type { Verifier } from './identity/verifier';
import type { Client } from './traffic/clients';

/** What the log tells about an operation when it is over. */
export type Trace = {
  /** Where it came from; undefined for this machine itself. */
  readonly address?: string;
  operationName?: string;
  operationType?: string;
  tenant?: string;
  userId?: string;
  codes: Set<string>;
  /** Does a step of the request under the eyes of whoever watches it; nothing where nobody does. */
  step?: <T>(name: Step, work: () => T) => T;
};

/** Steps of a request that are done once for all equal ones. */
export type Step = 'parse' | 'validate';

/** Who asks, for which shop, in which language and currency: settled once, for all rooms. */
export type RequestContext = {
  readonly envelope: Envelope;
  /** When the access token ends; null for a guest. */
  readonly expiresAt: Date | null;
  /** What the access token may be used for. */
  readonly scopes?: ReadonlySet<string>;
  /** Whether the answer tells what it cost. */
  readonly tellsCost?: boolean;
  /** Whether the answer tells how it came about. */
  readonly explains?: boolean;
  readonly trace: Trace;
  /** By what the use of the schema is counted, where it is. */
  readonly client?: Client;
  /** Aborted when whoever asks waits for the answer no longer. */
  readonly signal?: Leaving;
};

/** Headers of a request, or the parameters of a WebSocket connection, by their names in lower case. */
export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

export const newTrace = (address?: string): Trace => ({ address, codes: new Set() });

const REQUEST_ID = /^[\w.:-]{1,128}$/;

const text = (fields: Fields, name: string): string | undefined => {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export function requestIdOf(fields: Fields): string {
  const given = text(fields, 'x-request-id');
  return given !== undefined && REQUEST_ID.test(given) ? given : randomUUID();
}

/** @throws INVALID_INPUT for a tenant that does not exist */
export function tenantOf(fields: Fields, tenants: readonly Tenant[]): Tenant {
  const named = text(fields, 'agora-tenant');
  if (named !== undefined) {
    const tenant = tenants.find(({ id }) => id === named);
    if (!tenant) throw invalidInput('The header agora-tenant names no tenant of this Agora.', ['agora-tenant']);
    return tenant;
  }
  const host = text(fields, 'host')?.replace(/:\d+$/, '').toLowerCase();
  return tenants.find(({ hosts }) => host !== undefined && hosts.includes(host)) ?? (tenants[0] as Tenant);
}

/** @throws INVALID_INPUT for a currency that the tenant does not sell in */
export function currencyOf(fields: Fields, { currencies }: Tenant): string {
  const named = text(fields, 'agora-currency');
  if (named === undefined) return currencies[0];
  if (!currencies.includes(named)) {
    throw invalidInput(`The header agora-currency must be one of ${currencies.join(', ')}.`, ['agora-currency']);
  }
  return named;
}

/** The tenant's locale that the client likes best (RFC 4647, "lookup"); the tenant's first when it likes none. */
export function localeOf(fields: Fields, { locales }: Tenant): string {
  const wishes = (text(fields, 'accept-language') ?? '')
    .split(',')
    .map((part) => /^\s*([\w*-]+)\s*(?:;\s*q\s*=\s*([\d.]+))?\s*$/.exec(part))
    .flatMap((match) => (match?.[1] ? [{ tag: match[1].toLowerCase(), weight: Number(match[2] ?? 1) }] : []))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { tag } of wishes) {
    const exact = locales.find((locale) => locale.toLowerCase() === tag);
    const language = locales.find((locale) => locale.toLowerCase().split('-')[0] === tag.split('-')[0]);
    const found = exact ?? language;
    if (found) return found;
  }
  return locales[0];
}

const BEARER = /^Bearer +(\S+)$/i;

/** The access token; null for a guest. @throws UNAUTHENTICATED for any other kind of authorization */
export function bearerOf(fields: Fields): string | null {
  const header = text(fields, 'authorization');
  if (header === undefined) return null;
  const token = BEARER.exec(header)?.[1];
  if (token === undefined) throw unauthenticated('The authorization must read "Bearer <access token>".');
  return token;
}

async function identityOf(
  fields: Fields,
  tenant: Tenant,
  verifier: Verifier,
): Promise<Pick<RequestContext, 'expiresAt' | 'scopes'> & { identity: Identity }> {
  const token = bearerOf(fields);
  return token === null ? { identity: guest, expiresAt: null } : verifier.verify(token, tenant);
}

export type Settle = (fields: Fields, requestId: string, trace?: Trace) => Promise<RequestContext>;

/** @throws AgoraError for an unknown tenant or currency and for a token that is not valid */
export const contextSettler =
  (tenants: readonly Tenant[], verifier: Verifier): Settle =>
  async (fields, requestId, trace = newTrace()) => {
    const tenant = tenantOf(fields, tenants);
    trace.tenant = tenant.id;
    const currency = currencyOf(fields, tenant);
    const { identity, expiresAt, scopes } = await identityOf(fields, tenant, verifier);
    if (identity.kind === 'user') trace.userId = identity.id;
    return {
      envelope: { requestId, tenant: tenant.id, locale: localeOf(fields, tenant), currency, identity },
      expiresAt,
      scopes,
      trace,
    };
  };

const isStaff = (identity: Identity): boolean =>
  identity.kind === 'user' && identity.roles.some((role) => role === 'STAFF' || role === 'ADMIN');

/**
 * Whoever settles who asks, headers ask for more than the answer: `agora-cost: on` for what it cost, and `agora-explain: on`
 * for how it came about. That is for staff; others who ask get their answer and nothing more.
 * @param clientOf tells clients apart by what they call themselves, where that is counted
 */
export const tellingMore =
  (settle: Settle, clientOf?: (fields: Fields) => Client): Settle =>
  async (fields, requestId, trace) => {
    const { envelope, expiresAt, scopes, trace: traced } = await settle(fields, requestId, trace);
    const explains = fields['agora-explain'] === 'on' && isStaff(envelope.identity);
    const tellsCost = fields['agora-cost'] === 'on';
    // Written out: to spread it here costs more than counting does.
    return { envelope, expiresAt, scopes, trace: traced, tellsCost, explains, client: clientOf?.(fields) };
  };
