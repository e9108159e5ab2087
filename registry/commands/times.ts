import { DAY } from '../../platform/kernel/clock';
import { WrongUse } from './command';

const DATE = /^\d{4}-\d\d-\d\d$/;
const DAYS = /^(\d{1,5})d$/;

/**
 * A moment that a person has named: `2026-12-31` (its end, in UTC) or `14d` from now; before now for `direction` -1.
 * @throws WrongUse
 */
export function momentOf(text: string, option: string, now: Date, direction: 1 | -1): Date {
  const days = DAYS.exec(text)?.[1];
  if (days !== undefined) return new Date(now.getTime() + direction * Number(days) * DAY);
  const date = new Date(`${text}T${direction === 1 ? '23:59:59.999' : '00:00:00.000'}Z`);
  // JavaScript takes 2026-02-31 for a day in March.
  if (!DATE.test(text) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text)
    throw new WrongUse(`--${option} must be a date such as 2026-12-31, or days such as 14d.`);
  return date;
}
