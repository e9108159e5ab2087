import type { CursorKeys } from '../../../platform/kernel/connections';
import { invalidInput } from '../../../platform/kernel/errors';
import { isId } from '../../../platform/kernel/ids';

/** Where something stands in a list that is ordered by time. */
export type Position = { at: Date; id: string };

export const keysOf = ({ at, id }: Position): CursorKeys => [at.getTime(), id];

const FIRST_DAY = Date.UTC(2000, 0);
const LAST_DAY = Date.UTC(9999, 0);

/** @throws INVALID_INPUT when the keys are not a position of such a thing: a cursor's seal is no secret */
export function positionOf(prefix: string, [time, id]: CursorKeys): Position {
  const isTime = typeof time === 'number' && time > FIRST_DAY && time < LAST_DAY;
  if (!isTime || typeof id !== 'string' || !isId(prefix, id))
    throw invalidInput('after is not a cursor of this list.', ['after']);
  return { at: new Date(time), id };
}
