import { unauthenticated } from '../../platform/kernel/errors';
import type { Context } from './context';

/** The signed-in user's id. */
export function callerId({ identity }: Pick<Context, 'identity'>): string {
  if (identity.kind !== 'user') throw unauthenticated();
  return identity.id;
}
