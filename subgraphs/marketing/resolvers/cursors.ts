import type { Page } from '../../../platform/kernel/connections';
import { invalidInput } from '../../../platform/kernel/errors';
import { isId } from '../../../platform/kernel/ids';

const notOfThisList = () => invalidInput('after is not a cursor of this list.', ['after']);

/** The id behind which a page begins. A cursor is no secret, so what it holds is looked at like any input. */
export function afterId({ after }: Page, prefix: string): string | null {
  if (after === null) return null;
  const [id] = after;
  if (typeof id !== 'string' || !isId(prefix, id)) throw notOfThisList();
  return id;
}

/** The position behind which a page begins. */
export function afterPosition({ after }: Page): number | null {
  if (after === null) return null;
  const [position] = after;
  if (typeof position !== 'number' || !Number.isSafeInteger(position)) throw notOfThisList();
  return position;
}
