import { unauthenticated } from '../../../platform/kernel/errors';
import type { Context } from '../context';
import type { UserRow } from '../data/users.repository';

/** The signed-in user. @throws UNAUTHENTICATED when the account is not there (any more) */
export async function callerOf({ identity, loaders }: Context): Promise<UserRow> {
  const user = identity.kind === 'user' ? await loaders.userById.load(identity.id) : null;
  if (!user) throw unauthenticated();
  return user;
}
