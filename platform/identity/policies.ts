import { forbidden, unauthenticated } from '../kernel/errors';
import { may, type Identity, type Permission } from './identity';

/**
 * Who may call a root field. Answers the error to refuse with, or null to let the call in.
 * Ownership of a single object is the resolver's matter: what is another's is not found, not forbidden.
 */
export type Policy = {
  readonly description: string;
  readonly check: (identity: Identity) => Error | null;
  /** What not everybody may do. A mutation that needs one is written into the room's audit chain. */
  readonly permission?: Permission;
};

export const anyone: Policy = { description: 'anyone', check: () => null };

export const signedIn: Policy = {
  description: 'a signed-in user',
  check: (identity) => (identity.kind === 'user' ? null : unauthenticated()),
};

/** Only another room, never a client: saga steps and look-ups between rooms. */
export const service: Policy = {
  description: 'another room',
  check: (identity) => (identity.kind === 'service' ? null : forbidden('This operation is internal.')),
};

export const hasPermission = (permission: Permission): Policy => ({
  description: `a user with the permission ${permission}`,
  permission,
  check: (identity) => {
    if (identity.kind === 'guest') return unauthenticated();
    return may(identity, permission) ? null : forbidden(`This needs the permission ${permission}.`);
  },
});

/** A policy for every root field of a room; one that lacks it does not start. */
export type Policies = Partial<Record<'Query' | 'Mutation' | 'Subscription', Record<string, Policy>>>;
