import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '../../..');
const ORDERS = readFileSync(path.join(ROOT, 'subgraphs/orders/schema.graphql'), 'utf8');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'agora-check-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ended = { readonly exit: number | null; readonly out: string; readonly err: string };

/** Runs a program of the registry as a process of its own, in this repository. */
function ended(program: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, program, { cwd: ROOT, env: { PATH, HOME, NO_COLOR: '1', ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit) => resolve({ exit, out, err }));
  });
}

const main = (...argv: string[]) => ['--import', 'tsx', 'registry/main.ts', ...argv];

function proposing(from: string, to: string): readonly string[] {
  const file = path.join(folder, 'orders.graphql');
  expect(ORDERS).toContain(from);
  writeFileSync(file, ORDERS.replace(from, to));
  return main('check', '--subgraph', 'orders', '--schema', file);
}

test('given our graph, then it may land', async () => {
  expect(await ended(main('check'))).toMatchObject({ exit: 0 });
});

test('given our graph, then it keeps every rule', async () => {
  expect(await ended(main('lint'))).toMatchObject({ exit: 0, out: expect.stringContaining('0 errors, 0 warnings') });
});

test.each([
  ['a field that our clients ask for goes', 'number: String!', 'numeral: String!', 4, 'FIELD_REMOVED  Order.number'],
  ['a type is not there', 'number: String!', 'number: Nowhere!', 2, 'Unknown type Nowhere'],
  [
    'a root field has no policy',
    'id: ID!): Cart\n',
    'id: ID!): Cart\n  "Colours."\n  colours: [String!]!\n',
    3,
    'Nobody says who may call Query.colours.',
  ],
])('given our graph in which %s, then it may not land', async (_, from, to, exit, sentence) => {
  const { out, ...rest } = await ended(proposing(from, to));
  expect(out).toContain(sentence);
  expect(rest.exit).toBe(exit);
});

test('given a registry that does not answer, then it ends with 5', async () => {
  const env = { REGISTRY_URL: 'http://127.0.0.1:1', REGISTRY_TOKEN: 'none' };
  expect(await ended(main('check'), env)).toMatchObject({ exit: 5 });
});

test('given the program that another repository runs, then it ends with 64 when it is not told what to do', async () => {
  expect(await ended(['registry/bin.js'])).toMatchObject({
    exit: 64,
    out: '',
    err: expect.stringContaining('npx agora-registry COMMAND --help'),
  });
});
