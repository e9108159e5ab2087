import { isCurrency } from '../kernel/money';

/** A shop. Whatever a request leaves open takes the tenant's first locale and currency. */
export type Tenant = {
  readonly id: string;
  readonly name: string;
  readonly hosts: readonly string[];
  readonly currencies: readonly [string, ...string[]];
  readonly locales: readonly [string, ...string[]];
};

export const demoTenant: Tenant = {
  id: 'demo',
  name: 'Agora demo shop',
  hosts: [],
  currencies: ['USD', 'EUR'],
  locales: ['en-US', 'de-DE'],
};

const ID = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** @throws Error with a sentence that names the tenant and what is wrong with it */
export function validateTenants(tenants: readonly Tenant[]): readonly Tenant[] {
  if (tenants.length === 0) throw new Error('There must be at least one tenant.');
  for (const tenant of tenants) {
    if (!ID.test(tenant.id)) throw new Error(`Tenant id "${tenant.id}": use a-z, 0-9 and dashes.`);
    const unknown = tenant.currencies.find((code) => !isCurrency(code));
    if (unknown !== undefined) throw new Error(`Tenant ${tenant.id}: ${unknown} is not an ISO 4217 currency.`);
  }
  return tenants;
}
