import type { CursorKeys } from '../../../platform/kernel/connections';
import { invalidInput } from '../../../platform/kernel/errors';
import { isId } from '../../../platform/kernel/ids';

/** Where a payment stands in the list, newest first. */
type Position = { createdAt: Date; id: string };

export const keysOf = ({ createdAt, id }: Position): CursorKeys => [createdAt.getTime(), id];

const FIRST_DAY = Date.UTC(2000, 0);
const LAST_DAY = Date.UTC(9999, 0);

/** @throws INVALID_INPUT when the keys are not those of a payment: a cursor's seal is no secret */
export function positionOf([time, id]: CursorKeys): Position {
  const isPosition =
    typeof time === 'number' && time > FIRST_DAY && time < LAST_DAY && typeof id === 'string' && isId('pay', id);
  if (!isPosition) throw invalidInput('after is not a cursor of this list.', ['after']);
  return { createdAt: new Date(time), id };
}
