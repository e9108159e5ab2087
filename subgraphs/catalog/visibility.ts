import { may } from '../../platform/identity/identity';
import { forbidden } from '../../platform/kernel/errors';
import type { Context } from './context';
import type { ProductRow } from './data/products.repository';

type Caller = Pick<Context, 'identity'>;

/** A product that is no longer sold is for the eyes of staff. */
export const seesProduct = ({ identity }: Caller, { archivedAt }: ProductRow): boolean =>
  archivedAt === null || may(identity, 'catalog:write');

/** @throws FORBIDDEN */
export function checkSeesStock({ identity }: Caller): void {
  if (!may(identity, 'catalog:write')) throw forbidden('Stock is shown to staff.');
}
