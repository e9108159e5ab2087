import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { readFlags } from '../../gateway/standalone/flags';
import { startStandalone, type Standalone } from '../../gateway/standalone/start';
import { cases } from './cases';
import { readAsks } from './harness/asks';
import type { Case } from './harness/case';
import { compared } from './harness/compared';
import { build, type TestGraph } from './harness/graph';
import { openRooms, overHttp, type Outside } from './harness/outside';

/** Subscriptions over HTTP have their own tests, in gateway/test/standalone. */
const asksOf = (each: Case) => readAsks(each.asks).filter(({ events, ours }) => !events && !ours);
const asked = cases.map((each) => [each.name, each] as const).filter(([, each]) => asksOf(each).length > 0);

const argumentsFor = ({ file, folder }: Outside) => ['--supergraph', file, '--port', '0', '--open', '--state', folder];

type Start = (outside: Outside) => Promise<Standalone>;

/** As the process does it, without a process. */
const started: Start = (outside) => startStandalone(readFlags([...argumentsFor(outside), '--log', 'silent']));

/** As `npm run gateway` does it. */
async function spawned(outside: Outside): Promise<Standalone> {
  const root = path.join(__dirname, '..', '..');
  const child = spawn(process.execPath, ['--import', 'tsx', 'gateway/standalone.ts', ...argumentsFor(outside)], {
    cwd: root,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += String(data)));
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  for await (const _ of child.stdout) {
    const [, url] = /GraphQL at (http\S+)\/graphql/.exec(output) ?? [];
    if (url) return { url, stop };
  }
  throw new Error(`It ended without serving:\n${output}`);
}

function answersAsSpecified(each: Case, start: Start): void {
  let test: TestGraph;
  let outside: Outside;
  let gateway: Standalone | undefined;
  beforeAll(async () => {
    test = build(each);
    outside = await openRooms(each, test);
    gateway = await start(outside);
  });
  afterAll(async () => {
    await gateway?.stop();
    await outside.stop();
  });

  it.each(asksOf(each).map((ask) => [ask.it, ask] as const))('%s', async (_it, ask) => {
    const [received, wanted] = compared(await overHttp(gateway?.url ?? '', ask, test), ask, true);
    expect(received).toBe(wanted);
    expect(ask.asked && test.stage.asked.toSorted()).toEqual(ask.asked);
  });
}

describe.each(asked)('over HTTP: %s', (_name, each) => {
  answersAsSpecified(each, started);
});

// A process takes a second or two to start, so that only these have one.
const WITH_PROCESS = [
  'together: goods, reviews, stock, people',
  '@key: the same keys in two rooms, each entered by another',
  '@requires: one field with two arguments',
  '@interfaceObject: that nothing implements',
];
describe.each(asked.filter(([name]) => WITH_PROCESS.includes(name)))('a process: %s', (_name, each) => {
  answersAsSpecified(each, spawned);
});
