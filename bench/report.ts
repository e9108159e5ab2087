import { quantile } from './measure/statistics';

/** What was measured against a budget of performance.md. */
export type Finding = {
  readonly work: string;
  readonly measured: number;
  readonly budget: number;
  /** What both numbers count, such as `ms CPU` or `of stock`. */
  readonly unit: string;
  /** The budget is the least that must be reached, not the most that may be used. */
  readonly atLeast?: boolean;
  /** How peers do, where it was measured elsewhere. */
  readonly peers?: string;
};

export type Table = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** What a benchmark has found: its budgets, and what stands behind them. */
export type Section = {
  readonly name: string;
  /** How it was measured. */
  readonly how: string;
  readonly findings: readonly Finding[];
  readonly tables: readonly Table[];
};

/** What was measured, to its budget. */
export const ofBudget = ({ measured, budget }: Finding): number => measured / budget;

// Sums of hundredths of a second are not exact.
const ROUNDING = 1e-6;

export function holds(finding: Finding): boolean {
  return finding.atLeast ? ofBudget(finding) >= 1 - ROUNDING : ofBudget(finding) <= 1 + ROUNDING;
}

/** Three digits that count: 0.0789, 1.23, 45.6, 24,600. */
export function figure(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return String(value);
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return Number(value.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: Math.min(digits, 6) });
}

/** The median, and between which values half of the rounds lie. */
export function spread(values: readonly number[]): string {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => figure(quantile(values, share)));
  return `${middle} (${low}–${high})`;
}

const budgets = (findings: readonly Finding[]): Table => ({
  title: 'Budgets',
  columns: ['work', 'measured', 'budget', 'measured / budget', 'holds', 'peers, measured elsewhere'],
  rows: findings.map((finding) => [
    finding.work,
    `${figure(finding.measured)} ${finding.unit}`,
    `${finding.atLeast ? '≥' : '≤'} ${figure(finding.budget)} ${finding.unit}`,
    figure(ofBudget(finding)),
    holds(finding) ? 'yes' : '**no**',
    finding.peers ?? '',
  ]),
});

function lines({ columns, rows }: Table): string {
  const widths = columns.map((column, at) => Math.max(column.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(columns), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** A section as Markdown, which reads well in a terminal, too. */
export function written({ how, findings, tables }: Section): string {
  const parts = [budgets(findings), ...tables].map((table) => `**${table.title}**\n\n${lines(table)}`);
  return [how, ...parts].join('\n\n');
}
