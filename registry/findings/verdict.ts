import type { Finding, FindingKind } from './finding';

/** Exit codes of every command of the registry. */
export const EXIT = {
  fine: 0,
  breaking: 1,
  composition: 2,
  lint: 3,
  operation: 4,
  unreachable: 5,
  wrongUse: 64,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** Of several kinds of error the first decides: what does not compose cannot be compared, and a client comes before a rule. */
const DECIDES: readonly (readonly [FindingKind, Exit])[] = [
  ['COMPOSITION', EXIT.composition],
  ['OPERATION', EXIT.operation],
  ['BREAKING', EXIT.breaking],
  ['LINT', EXIT.lint],
];

/** With what a check ends that found these. */
export function exitOf(findings: readonly Finding[]): Exit {
  const kinds = new Set(findings.filter(({ severity }) => severity === 'error').map(({ kind }) => kind));
  return DECIDES.find(([kind]) => kinds.has(kind))?.[1] ?? EXIT.fine;
}
