import type { Paint } from '../commands/paint';
import { SEVERITIES, type Finding, type Severity } from './finding';
import { hitOf, some, whereOf } from './words';

const MAX_HITS = 5;
const MAX_NOTICES = 20;
const MAX_OF_RULE = 10;
const MARKS: Readonly<Record<Severity, string>> = { error: '✗', warning: '!', notice: '·' };

const styleOf = (paint: Paint, severity: Severity) =>
  ({ error: paint.red, warning: paint.yellow, notice: paint.dim })[severity];

const indented = (text: string): string => text.split('\n').join('\n    ');

function told(finding: Finding, paint: Paint): string {
  const { severity, code, coordinate, place, contract, message, hits, remedy, change, schema } = finding;
  const head = [
    styleOf(paint, severity)(`${MARKS[severity]} ${code}`),
    coordinate && paint.bold(coordinate),
    place && paint.cyan(whereOf(place)),
    contract && paint.dim(`in ${contract}`),
  ];
  const lines = [
    indented(message),
    hits.length > 0 && `hits ${some(hits.map(hitOf), MAX_HITS)}`,
    remedy && `→ ${remedy}`,
    severity === 'error' && change && schema && paint.dim(`to approve: "${change}" for the schema ${schema}`),
  ];
  return [head.filter(Boolean).join('  '), ...lines.flatMap((line) => (line ? [`    ${line}`] : []))].join('\n');
}

const brief = ({ code, message, place }: Finding, paint: Paint): string =>
  `${paint.dim(`${MARKS.notice} ${code}`)}  ${indented(message)}${place ? paint.dim(`  ${whereOf(place)}`) : ''}`;

/** What one rule finds with one remedy, together. */
function toldOfRule(findings: readonly Finding[], paint: Paint): string {
  const { severity = 'error', code = '', remedy } = findings[0] ?? {};
  const left = findings.length - MAX_OF_RULE;
  const lines = [
    ...findings
      .slice(0, MAX_OF_RULE)
      .map(({ message, place }) => [message, place && paint.cyan(whereOf(place))].filter(Boolean).join('  ')),
    left > 0 && paint.dim(`and ${left} more, all of them with --json`),
    remedy && `→ ${remedy}`,
  ];
  const head = `${styleOf(paint, severity)(`${MARKS[severity]} ${code}`)}  ${findings.length === 1 ? 'once' : `${findings.length} times`}`;
  return [head, ...lines.flatMap((line) => (line ? [`    ${line}`] : []))].join('\n');
}

function toldAll(findings: readonly Finding[], paint: Paint): readonly string[] {
  const ofRules = findings.filter(({ kind }) => kind === 'LINT');
  const keyOf = ({ code, remedy = '' }: Finding) => `${code} ${remedy}`;
  const keys = [...new Set(ofRules.map(keyOf))];
  return [
    ...findings.filter(({ kind }) => kind !== 'LINT').map((each) => told(each, paint)),
    ...keys.map((key) =>
      toldOfRule(
        ofRules.filter((each) => keyOf(each) === key),
        paint,
      ),
    ),
  ];
}

/** Findings for a person at a terminal: what forbids first, what is merely so in a line each at the end. */
export function forPeople(findings: readonly Finding[], paint: Paint): string {
  const [errors = [], warnings = [], notices = []] = SEVERITIES.map((severity) =>
    findings.filter((each) => each.severity === severity),
  );
  const left = notices.length - MAX_NOTICES;
  const blocks = [
    ...toldAll(errors, paint),
    ...toldAll(warnings, paint),
    notices
      .slice(0, MAX_NOTICES)
      .map((each) => brief(each, paint))
      .join('\n'),
    left > 0 ? paint.dim(`· and ${left} more, all of them with --json`) : '',
  ];
  return blocks.filter((each) => each !== '').join('\n\n');
}
