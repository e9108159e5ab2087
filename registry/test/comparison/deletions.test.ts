import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { buildASTSchema, parse, printSchema, validate, visit, type ASTNode, type DocumentNode } from 'graphql';
import { readSupergraph } from '../../../gateway/supergraph/supergraph';
import { compare, type View } from '../../comparison/changes';
import { knownOperations, seenBy } from '../../comparison/operations';
import { ownership } from '../../comparison/owner';
import { weigh } from '../../comparison/weigh';
import { elementsOf } from '../../composition/places';
import { exitOf } from '../../findings/verdict';
import { readDocuments } from '../../operations/read';

const ROOT = path.join(__dirname, '../../..');
const RUNS = Number(process.env.RUNS ?? 40);

const api = readSupergraph(readFileSync(path.join(ROOT, 'supergraph.graphql'), 'utf8'), { foreign: true }).apiSchema;
const document = parse(printSchema(api), { noLocation: true });
const before = buildASTSchema(document);
const documents = readDocuments(ROOT, ['client/operations']);
const { operations } = knownOperations([{ client: 'storefront', version: '1', operations: documents }], []);
const elements = [...elementsOf(document)].filter(([coordinate]) => coordinate.includes('.'));

const without = (gone: ASTNode): DocumentNode =>
  visit(document, { enter: (node) => (node === gone ? null : undefined) });

async function weighed(gone: ASTNode) {
  const view: View = { name: 'public', before, after: buildASTSchema(without(gone), { assumeValid: true }) };
  const seen = [seenBy(view, operations)];
  const weighing = { seen, traffic: { callers: [] }, ownerOf: ownership([]), approvals: [], now: new Date(0) };
  const findings = (await compare([view])).map((change) => weigh(change, weighing));
  const broken = operations.filter((each) => validate(view.after, each.document).length > 0);
  return { findings, broken };
}

test('whatever is deleted that an operation of a client needs ends with 4 and names it, and whatever else does not', async () => {
  expect(operations.length).toBeGreaterThan(30);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...elements), async ([coordinate, gone]) => {
      const { findings, broken } = await weighed(gone);
      expect([coordinate, exitOf(findings) === 4]).toEqual([coordinate, broken.length > 0]);
      const hit = findings.flatMap(({ hits }) => hits.map(({ operation }) => operation));
      expect(hit).toEqual(expect.arrayContaining(broken.map(({ name }) => name)));
    }),
    { numRuns: RUNS, seed: 20_261_120 },
  );
});
