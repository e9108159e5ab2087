import { unauthenticated } from '../../../platform/kernel/errors';
import type { Context } from '../context';

/** The signed-in user. The policies have asked before: without one this is never reached. */
export function callerOf({ identity }: Pick<Context, 'identity'>): string {
  if (identity.kind !== 'user') throw unauthenticated();
  return identity.id;
}
