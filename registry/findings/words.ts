import type { Finding, Hit, Place, Severity } from './finding';
import { EXIT, type Exit } from './verdict';

const number = new Intl.NumberFormat('en-US');

export const plural = (count: number, what: string): string =>
  `${number.format(count)} ${what}${count === 1 ? '' : 's'}`;

export const whereOf = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;

export function hitOf({ client, version, operation, calls }: Hit): string {
  const who = [client || '(a client without a name)', version, operation].filter(Boolean).join(' ');
  return calls === undefined ? who : `${who} (${plural(calls, 'call')} in 30 days)`;
}

/** The first of a list, and how many more there are. */
export function some(all: readonly string[], most: number): string {
  const left = all.length - most;
  return [...all.slice(0, most), ...(left > 0 ? [`${number.format(left)} more`] : [])].join(', ');
}

export type Counts = Readonly<Record<`${Severity}s`, number>>;

export function countsOf(findings: readonly Finding[]): Counts {
  const count = (severity: Severity) => findings.filter((each) => each.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), notices: count('notice') };
}

const VERDICTS: Readonly<Record<Exit, string>> = {
  [EXIT.fine]: 'it may land',
  [EXIT.breaking]: 'it breaks what is in use',
  [EXIT.composition]: 'it does not compose',
  [EXIT.lint]: 'it breaks rules',
  [EXIT.operation]: 'operations of clients break',
  [EXIT.unreachable]: 'the registry is out of reach',
  [EXIT.wrongUse]: 'it was asked for wrongly',
};

export function summaryOf(findings: readonly Finding[], exit: Exit): string {
  const { errors, warnings, notices } = countsOf(findings);
  return `${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(notices, 'notice')}: ${VERDICTS[exit]} (${exit})`;
}
