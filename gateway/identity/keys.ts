import type { CryptoKey } from 'jose';
import { randomUUID } from 'node:crypto';
import type { Tenant } from '../../platform/identity/tenants';
import { unavailable } from '../../platform/kernel/errors';
import { serviceEnvelope } from '../../platform/subgraph/room';
import type { Rooms } from '../../platform/subgraph/transport';

/** A set of public keys, as RFC 7517 writes it. */
export type Jwks = { readonly keys: readonly ({ readonly kid?: string } & Record<string, unknown>)[] };

/** The public keys that a tenant's access tokens are signed with. */
export type KeySets = {
  find(tenant: Tenant, kid: string): Promise<CryptoKey | null>;
  /** The whole set, fresh. */
  read(tenant: Tenant): Promise<Jwks>;
};

/** Answers a tenant's key set. */
export type ReadKeySet = (tenant: Tenant) => Promise<Jwks>;

/** Asks the users room, as the gateway's own service. */
export const readFromUsers =
  (rooms: Rooms): ReadKeySet =>
  async (tenant) => {
    const envelope = serviceEnvelope('gateway', tenant, randomUUID());
    const { data } = await rooms('users').execute({ query: 'query Keys { keySet }', envelope });
    if (typeof data?.keySet !== 'string') throw unavailable('The keys of access tokens cannot be read at the moment.');
    return JSON.parse(data.keySet) as Jwks;
  };

const REFETCH_AFTER = 5_000;

type Known = { keys: Map<string, CryptoKey>; readAt: number };

async function importKeys({ keys }: Jwks): Promise<Map<string, CryptoKey>> {
  const { importJWK } = await import('jose');
  const imported = new Map<string, CryptoKey>();
  for (const key of keys)
    if (typeof key.kid === 'string') imported.set(key.kid, (await importJWK({ ...key }, 'EdDSA')) as CryptoKey);
  return imported;
}

/**
 * Keeps each tenant's keys. An unknown key id is a reason to ask again, for keys rotate, but only every few seconds, for
 * anybody can make up a key id.
 */
export function keySets(read: ReadKeySet): KeySets {
  const known = new Map<string, Promise<Known>>();

  function load(tenant: Tenant): Promise<Known> {
    const loading = read(tenant)
      .then(importKeys)
      .then((keys) => ({ keys, readAt: performance.now() }));
    known.set(tenant.id, loading);
    // What failed is not kept: the next token asks again.
    loading.catch(() => known.delete(tenant.id));
    return loading;
  }

  return {
    read,
    async find(tenant, kid) {
      const current = await (known.get(tenant.id) ?? load(tenant));
      const key = current.keys.get(kid);
      if (key || performance.now() - current.readAt < REFETCH_AFTER) return key ?? null;
      return (await load(tenant)).keys.get(kid) ?? null;
    },
  };
}
