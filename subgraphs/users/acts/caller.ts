import { type Identity, userIdOf } from '../../../platform/identity/identity';
import { unauthenticated } from '../../../platform/kernel/errors';
import type { Context } from '../context';
import type { UserRow } from '../data/users.repository';

/** The signed-in user. @throws UNAUTHENTICATED when the account is not there (any more) */
export async function callerOf({ identity, loaders }: Context): Promise<UserRow> {
  const id = userIdOf(identity);
  const user = id === null ? null : await loaders.userById.load(id);
  if (!user) throw unauthenticated();
  return user;
}

/** The session that the access token was made for. */
export const sessionIdOf = (identity: Identity): string | undefined =>
  identity.kind === 'user' ? identity.sessionId : undefined;
