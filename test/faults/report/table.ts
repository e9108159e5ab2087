import type { Row } from './row';

type Column = readonly [title: string, value: (row: Row) => string];

const seconds = (milliseconds: number) => (milliseconds / 1_000).toFixed(1);
const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

export const COLUMNS: readonly Column[] = [
  ['fault', ({ fault }) => fault],
  ['tried', ({ tried }) => String(tried)],
  ['acknowledged', ({ acknowledged }) => String(acknowledged)],
  ['failed', ({ failed }) => String(failed)],
  ['indeterminate', ({ indeterminate }) => String(indeterminate)],
  ['acknowledged and lost', ({ lost }) => String(lost.length)],
  ['violations', ({ violations, contradictions }) => String(violations.length + contradictions.length)],
  ['errors', ({ failed, indeterminate, tried }) => share(failed + indeterminate, tried)],
  ['recovered in', ({ recoveredIn }) => `${seconds(recoveredIn)} s`],
  ['events twice', ({ eventsTwice }) => String(eventsTwice)],
  ['effects twice', ({ effectsTwice }) => String(effectsTwice.length)],
  ['pushes', ({ pushes }) => String(pushes.seen)],
  ['came back', ({ pushes }) => String(pushes.returns)],
  ['longest push gap', ({ pushes }) => `${seconds(pushes.longestGap)} s`],
  ['pushes lost', ({ pushes }) => String(pushes.lost.length)],
];

/** Two lines for a terminal: the fault, and beneath it all figures with their names. */
export function linesOf(row: Row): string {
  const [, ...figures] = COLUMNS;
  return `  ${figures.map(([title, value]) => `${title} ${value(row)}`).join(', ')}`;
}

/** Columns as wide as they must be. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [COLUMNS.map(([title]) => title), ...rows.map((row) => COLUMNS.map(([, value]) => value(row)))];
  const widths = COLUMNS.map((_, at) => Math.max(...cells.map((line) => (line[at] ?? '').length)));
  const pad = (text: string, at: number) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0));
  return cells.map((line) => line.map(pad).join('  ')).join('\n');
}
