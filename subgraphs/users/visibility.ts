import { maySee } from '../../platform/identity/identity';
import type { Account } from './acts/session';
import type { Context } from './context';

/** Whether the caller may see more of an account than its name: whoever it belongs to, and staff. */
export const seesAccount = ({ identity }: Pick<Context, 'identity'>, { id, own }: Account): boolean =>
  own === true || maySee(identity, id, 'users:read');
