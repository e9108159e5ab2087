import type { Finding, Severity } from './finding';
import { hitOf } from './words';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', notice: 'note' };

function resultOf(finding: Finding, rules: readonly string[]) {
  const { code, severity, message, coordinate, place, hits, remedy, approved } = finding;
  const text = [message, hits.length > 0 && `Hits ${hits.map(hitOf).join(', ')}.`, remedy].filter(Boolean).join('\n');
  return {
    ruleId: code,
    ruleIndex: rules.indexOf(code),
    level: LEVELS[severity],
    message: { text },
    locations: [
      {
        ...(place && {
          physicalLocation: {
            artifactLocation: { uri: encodeURI(place.file.replaceAll('\\', '/')) },
            region: { startLine: place.line, startColumn: place.column },
          },
        }),
        ...(coordinate !== undefined && { logicalLocations: [{ fullyQualifiedName: coordinate }] }),
      },
    ].filter((each) => Object.keys(each).length > 0),
    partialFingerprints: { 'change/v1': `${code} ${coordinate ?? message}` },
    ...(approved && {
      suppressions: [{ kind: 'external', justification: `Approved by ${approved.by} until ${approved.expiresAt}` }],
    }),
  };
}

/** Findings for code scanning. @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function asSarif(findings: readonly Finding[]): string {
  const rules = [...new Set(findings.map(({ code }) => code))];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'agora-registry', rules: rules.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((each) => resultOf(each, rules)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
