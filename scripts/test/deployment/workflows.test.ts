import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { EXIT } from '../../../registry/findings/verdict';

const ROOT = path.join(__dirname, '..', '..', '..');
const ACTION = '.github/actions/registry-check';

type Step = { uses?: string; run?: string; with?: Record<string, unknown>; env?: Record<string, string> };
const read = (file: string) => parse(readFileSync(path.join(ROOT, file), 'utf8'));
const action: { inputs: Record<string, unknown>; runs: { steps: Step[] } } = read(`${ACTION}/action.yml`);
const [step] = action.runs.steps;
const jobs = Object.values<{ steps: Step[] }>(read('.github/workflows/ci.yaml').jobs);
const steps = jobs.flatMap((job) => job.steps);

test('every input of the action is read, and no other', () => {
  const text = readFileSync(path.join(ROOT, ACTION, 'action.yml'), 'utf8');
  const used = new Set([...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name = '']) => name));
  expect([...used].toSorted()).toEqual(Object.keys(action.inputs).toSorted());
});

test('the workflow gives the action inputs that it has, and names scripts that are there', () => {
  const own = steps.filter(({ uses }) => uses?.startsWith('./'));
  expect(own.map(({ uses }) => uses)).toEqual([`./${ACTION}`]);
  for (const each of own)
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(each.with ?? {})));
  const scripts = steps.flatMap(({ run }) => run?.match(/^\.\S+/) ?? []);
  expect(scripts.filter((script) => !existsSync(path.join(ROOT, script)))).toEqual([]);
});

describe('the script of the action', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'agora-action-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const schema = path.join(folder, 'schema with a space.graphql');

  const run = (inputs: Record<string, string>): Promise<{ exit: number; screen: string }> => {
    const none = Object.fromEntries(Object.keys(step?.env ?? {}).map((name) => [name, '']));
    const env = { ...process.env, GITHUB_ACTIONS: '', ...none, ...inputs };
    return new Promise((resolve) => {
      execFile('bash', ['-eo', 'pipefail', '-c', step?.run ?? ''], { cwd: ROOT, env }, (error, stdout) =>
        resolve({ exit: error ? Number(error.code) : 0, screen: stdout }),
      );
    });
  };

  it('given no inputs, then it checks this repository against what it has published', async () => {
    expect(await run({})).toEqual({ exit: EXIT.fine, screen: expect.stringContaining('it may land') });
  }, 120_000);

  it('given a subgraph that does not compose, on GitHub, then it fails and marks the line', async () => {
    writeFileSync(schema, 'type Query { me: Nobody }\n');
    const { exit, screen } = await run({ SUBGRAPH: 'users', SCHEMA: schema, GITHUB_ACTIONS: 'true' });
    expect(exit).toBe(EXIT.composition);
    expect(screen).toMatch(/^::error file=.*schema with a space\.graphql,line=1/m);
  }, 120_000);
});
