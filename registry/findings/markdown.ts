import { SEVERITIES, type Finding, type Severity } from './finding';
import type { Exit } from './verdict';
import { hitOf, some, summaryOf, whereOf } from './words';

const MAX_HITS = 10;
/** GitHub shows no summary of more than a megabyte. */
const MAX_ROWS = 100;
const TITLES: Readonly<Record<Severity, string>> = { error: 'Errors', warning: 'Warnings', notice: 'Notices' };

const cell = (text: string): string => text.replace(/([|\\<>])/g, '\\$1').replaceAll('\n', '<br>');
const code = (text: string): string => `\`${text.replaceAll('`', "'").replaceAll('|', '\\|')}\``;

function row({ code: kind, coordinate, place, message, hits, remedy, contract }: Finding): string {
  const what = [code(kind), coordinate && code(coordinate), contract && cell(`in ${contract}`)]
    .filter(Boolean)
    .join('<br>');
  const lines = [message, hits.length > 0 && `Hits ${some(hits.map(hitOf), MAX_HITS)}.`, remedy && `→ ${remedy}`];
  return `| ${what} | ${place ? code(whereOf(place)) : ''} | ${lines
    .filter(Boolean)
    .map((each) => cell(String(each)))
    .join('<br>')} |`;
}

/** A summary of a check for a job's page or a comment. */
export function asMarkdown(findings: readonly Finding[], exit: Exit): string {
  const sections = SEVERITIES.flatMap((severity) => {
    const own = findings.filter((each) => each.severity === severity);
    if (own.length === 0) return [];
    const left = own.length - MAX_ROWS;
    return [
      `### ${TITLES[severity]}\n\n| what | where | why |\n| --- | --- | --- |\n${own.slice(0, MAX_ROWS).map(row).join('\n')}${left > 0 ? `\n\nAnd ${left} more.` : ''}`,
    ];
  });
  const verdict = `## ${exit === 0 ? '✅' : '❌'} Schema check\n\n${summaryOf(findings, exit)}`;
  return `${[verdict, ...sections].join('\n\n')}\n`;
}
