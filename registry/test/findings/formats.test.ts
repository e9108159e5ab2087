import { paintFor } from '../../commands/paint';
import { asAnnotations } from '../../findings/annotations';
import type { Finding } from '../../findings/finding';
import { forPeople } from '../../findings/human';
import { asMarkdown } from '../../findings/markdown';
import { asSarif } from '../../findings/sarif';

const removed: Finding = {
  kind: 'OPERATION',
  severity: 'error',
  code: 'FIELD_REMOVED',
  coordinate: 'Order.note',
  place: { file: 'a b,c:d.graphql', line: 7, column: 3 },
  contract: 'public, storefront',
  message: "Field 'note' was removed: 100%\nsure | <b>",
  hits: [
    { client: 'storefront', version: '1.0', operation: 'OrderPage', calls: 1234 },
    { client: '', version: '', calls: 1 },
  ],
  remedy: 'Keep it.',
  change: 'FIELD_REMOVED Order.note',
  schema: 'c0ffee',
};
const notice: Finding = { kind: 'CHANGE', severity: 'notice', code: 'FIELD_ADDED', message: 'A field.', hits: [] };
const cost: Finding = { kind: 'COST', severity: 'warning', code: 'COST_GROWN', message: 'Dear.', hits: [] };
const all = [removed, cost, notice];

test('annotations escape what ends a command or a property', () => {
  expect(asAnnotations(all).split('\n')).toEqual([
    "::error file=a b%2Cc%3Ad.graphql,line=7,col=3,title=FIELD_REMOVED Order.note::Field 'note' was removed: 100%25%0Asure | <b>%0AHits storefront 1.0 OrderPage (1,234 calls in 30 days), (a client without a name) (1 call in 30 days).%0AKeep it.",
    '::warning title=COST_GROWN::Dear.',
    '',
  ]);
});

test('a cell of the summary is one line, and no HTML', () => {
  const markdown = asMarkdown(all, 4);
  expect(markdown).toContain('1 error, 1 warning, 1 notice: operations of clients break (4)');
  expect(markdown).toContain("Field 'note' was removed: 100%<br>sure \\| \\<b\\>");
});

test('SARIF has a rule for every result, and only places that are there', () => {
  const log = JSON.parse(asSarif(all)) as {
    runs: [
      {
        tool: { driver: { rules: { id: string }[] } };
        results: { ruleId: string; ruleIndex: number; level: string; locations: object[] }[];
      },
    ];
  };
  const [{ tool, results }] = log.runs;
  expect(results.map(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]?.id === ruleId)).toEqual([
    true,
    true,
    true,
  ]);
  expect(results.map(({ level }) => level)).toEqual(['error', 'warning', 'note']);
  expect(results.map(({ locations }) => locations)).toEqual([
    [
      {
        physicalLocation: { artifactLocation: { uri: 'a%20b,c:d.graphql' }, region: { startLine: 7, startColumn: 3 } },
        logicalLocations: [{ fullyQualifiedName: 'Order.note' }],
      },
    ],
    [],
    [],
  ]);
});

test('a person reads errors first, whom they hit, what to do, and what to approve', () => {
  expect(forPeople(all.toReversed(), paintFor({}, {}))).toBe(
    [
      '✗ FIELD_REMOVED  Order.note  a b,c:d.graphql:7:3  in public, storefront',
      "    Field 'note' was removed: 100%",
      '    sure | <b>',
      '    hits storefront 1.0 OrderPage (1,234 calls in 30 days), (a client without a name) (1 call in 30 days)',
      '    → Keep it.',
      '    to approve: "FIELD_REMOVED Order.note" for the schema c0ffee',
      '',
      '! COST_GROWN',
      '    Dear.',
      '',
      '· FIELD_ADDED  A field.',
    ].join('\n'),
  );
});

test('what one rule finds often is told together, the first ten of it', () => {
  const lint = (index: number): Finding => ({
    ...cost,
    kind: 'LINT',
    code: 'lint/described',
    message: `E${index} is bare.`,
    remedy: 'Say it.',
  });
  const told = forPeople(
    Array.from({ length: 12 }, (_, index) => lint(index)),
    paintFor({}, {}),
  );
  expect(told).toMatch(/^! lint\/described {2}12 times\n/);
  expect(told.split('\n').slice(-3)).toEqual([
    '    E9 is bare.',
    '    and 2 more, all of them with --json',
    '    → Say it.',
  ]);
});
