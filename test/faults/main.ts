import '../../gateway/nodeVersion';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fail, obeySignals, say } from '../../gateway/terminal';
import { isInstalled } from '../redis/installed';
import { newChance } from './buyers/chance';
import { FAULTS, SHORT } from './kinds/catalogue';
import { readOptions, type Options } from './options';
import { documentOf } from './report/document';
import { problemsOf, type Row } from './report/row';
import { linesOf, tableOf } from './report/table';
import { run } from './run';
import { startTarget, type Target } from './target';

const REPORT = path.join('docs', 'reliability.md');
const MISSING = 'redis-server is not installed (apt-get install -y redis-server)';

/** In an order that the seed settles, so that short runs of several seeds come to all of them. */
function faultsOf({ seed, short, only }: Options) {
  if (short) return SHORT;
  const chosen = FAULTS.filter(({ name }) => only === undefined || name.includes(only));
  if (chosen.length === 0) throw new Error(`No fault is called like "${only}".`);
  return newChance(seed).shuffled(chosen);
}

const logFileOf = (seed: number) => path.join('.agora', `faults-${seed}.log`);

let target: Target | null = null;

/** How many things were wrong; that a run ended before its time is one. */
async function play(options: Options, rows: Row[]): Promise<number> {
  const { seed, minutes } = options;
  const keep = (row: Row) => {
    rows.push(row);
    say(linesOf(row));
    for (const problem of problemsOf(row)) say(`  WRONG: ${problem}`);
  };
  try {
    target = await startTarget(newChance(seed).random, logFileOf(seed));
    say(`Running: ${target.names.join(', ')}.`);
    await run(target, { seed, minutes, faults: faultsOf(options) }, say, keep);
    return rows.flatMap(problemsOf).length;
  } catch (error) {
    say(`WRONG: ${String((error as Error).stack)}`);
    return rows.flatMap(problemsOf).length + 1;
  } finally {
    await target?.stop();
    target = null;
  }
}

async function report(rows: readonly Row[], { seed, minutes, short, only }: Options): Promise<void> {
  const flags = [
    `--seed ${seed}`,
    ...(short ? ['--short'] : []),
    ...(minutes === undefined ? [] : [`--minutes ${minutes}`]),
    ...(only === undefined ? [] : [`--only "${only}"`]),
  ];
  const command = `npm run test:faults -- ${flags.join(' ')}`;
  await writeFile(REPORT, await documentOf(rows, { seed, command }));
  say(`${REPORT} is written.`);
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!isInstalled && options.short) return say(`Faults are left out: ${MISSING}.`);
  if (!isInstalled) throw new Error(`Faults need Redis: ${MISSING}.`);
  const { seed } = options;
  obeySignals(() => target);
  say(`Seed ${seed}.`);
  const rows: Row[] = [];
  const wrong = await play(options, rows);
  console.log(`\n${tableOf(rows)}\n`);
  if (options.report) await report(rows, options);
  if (wrong === 0) say('Nothing was lost, and nothing is wrong.');
  else say(`${wrong} things are wrong. Seed ${seed}; what the processes said stands in ${logFileOf(seed)}.`);
  process.exitCode = wrong === 0 ? 0 : 1;
}

main().catch(fail);
