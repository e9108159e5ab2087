import type { Finding, FindingKind, Severity } from '../../findings/finding';
import { EXIT, exitOf } from '../../findings/verdict';

const finding = (kind: FindingKind, severity: Severity = 'error'): Finding => ({
  kind,
  severity,
  code: kind,
  message: kind,
  hits: [],
});

test('given nothing but warnings and notices, then the check ends fine', () => {
  expect(exitOf([finding('BREAKING', 'warning'), finding('LINT', 'warning'), finding('CHANGE', 'notice')])).toBe(0);
});

test.each([
  [[finding('BREAKING')], EXIT.breaking],
  [[finding('LINT'), finding('BREAKING')], EXIT.breaking],
  [[finding('LINT'), finding('BREAKING'), finding('OPERATION')], EXIT.operation],
  [[finding('OPERATION'), finding('COMPOSITION')], EXIT.composition],
  [[finding('LINT')], EXIT.lint],
])('given several kinds of error, then the gravest decides (%#)', (findings, exit) => {
  expect(exitOf(findings)).toBe(exit);
});
