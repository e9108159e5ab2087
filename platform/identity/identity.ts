import { unauthenticated } from '../kernel/errors';

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

/** What belongs to a user is for that user's eyes, and for those of whoever holds the permission. */
export const maySee = (identity: Identity, ownerId: string, permission: Permission): boolean =>
  isUser(identity, ownerId) || may(identity, permission);

/** The signed-in user's id; null for a guest and for another room. */
export const userIdOf = (identity: Identity): string | null => (identity.kind === 'user' ? identity.id : null);

/** The signed-in user's id, where the policy lets nobody else in. @throws UNAUTHENTICATED */
export function callerId(identity: Identity): string {
  if (identity.kind !== 'user') throw unauthenticated();
  return identity.id;
}
