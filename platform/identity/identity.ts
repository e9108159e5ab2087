export const ROLES = ['BUYER', 'STAFF', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

/** Who is calling. A service is a room that acts for itself: a saga step, a job. */
export type Identity =
  | { readonly kind: 'guest' }
  | { readonly kind: 'user'; readonly id: string; readonly roles: readonly Role[]; readonly sessionId?: string }
  | { readonly kind: 'service'; readonly name: string };

export const guest: Identity = { kind: 'guest' };

/** What a role may do, beyond what every signed-in user may do with what is their own. */
export const PERMISSIONS = {
  'catalog:write': ['STAFF', 'ADMIN'],
  'orders:read': ['STAFF', 'ADMIN'],
  'payments:read': ['STAFF', 'ADMIN'],
  'refunds:decide': ['STAFF', 'ADMIN'],
  'ledger:read': ['STAFF', 'ADMIN'],
  'shipments:read': ['STAFF', 'ADMIN'],
  'shipments:write': ['STAFF', 'ADMIN'],
  'coupons:write': ['STAFF', 'ADMIN'],
  'users:read': ['STAFF', 'ADMIN'],
  'users:assign-role': ['ADMIN'],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

export const may = (identity: Identity, permission: Permission): boolean =>
  identity.kind === 'service' ||
  (identity.kind === 'user' &&
    identity.roles.some((role) => (PERMISSIONS[permission] as readonly Role[]).includes(role)));

export const isUser = (identity: Identity, id: string): boolean => identity.kind === 'user' && identity.id === id;
