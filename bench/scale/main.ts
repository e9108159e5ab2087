import { cpus } from 'node:os';
import { writeDocument } from '../document';
import { endAll } from '../measure/processes';
import { OptionsError } from '../options';
import { written, type Section, type Table } from '../report';
import { signIn } from './buyers';
import { clientsTable, dataTable, goals, kindsTable, type Measured } from './findings';
import { findMaterial } from './material';
import { needsTable, roomsTable } from './needs';
import { measureRun, type Load, type Run } from './measure';
import { readOptions, USAGE, type Options, type ShapeName } from './options';
import { startShape } from './shapes';
import { loadShop, SMALL } from './shops';

const began = performance.now();
const say = (what: string): void =>
  void process.stderr.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${what}\n`);

const TITLES: Record<ShapeName, string> = {
  one: 'One process',
  distributed: 'Two gateways, two copies of catalog and orders',
};

/** Runs on one shape, one after another. */
async function measureShape(name: ShapeName, directory: string, loads: readonly Load[]): Promise<Run[]> {
  say(`starting ${name}`);
  const shape = await startShape(name, directory);
  const material = await findMaterial(shape.login, Math.max(...loads.map(({ clients }) => clients)));
  say(`signing ${material.buyers.length} buyers in`);
  const buyers = await signIn(shape.urls[0] as string, material.buyers);
  const runs: Run[] = [];
  for (const load of loads) {
    say(`${load.clients} clients${load.think > 0 ? `, thinking ${load.think} s` : ''}`);
    runs.push(await measureRun(shape, load, material, buyers));
  }
  await shape.stop();
  return runs;
}

function loadsOf({ clients, seconds, think }: Options): Load[] {
  const plain = clients.map((each) => ({ clients: each, seconds, think: 0 }));
  return [...plain, ...think.map((each) => ({ clients: Math.max(...clients), seconds, think: each }))];
}

/** Clients at which a small shop is compared with the large one: enough to keep it busy. */
const compared = ({ clients }: Options): number => clients.filter((each) => each <= 100).at(-1) ?? Math.min(...clients);

const sizeOf = ({ products, orders }: { products: number; orders: number }) =>
  `${products.toLocaleString('en-US')} products and ${orders.toLocaleString('en-US')} orders`;

const howOf = (options: Options) =>
  `${cpus().length} cores, shared by clients, Agora and Postgres; Node ${process.versions.node.split('.')[0]}. ${sizeOf(options)}. Each run took ${options.seconds} s after some to warm up.`;

/** @param small of the first shape, at as many clients as are compared */
function tablesOf(measured: readonly Measured[], small: Run | undefined, options: Options): Table[] {
  const runOf = ({ runs }: Measured, clients: number) =>
    runs.find((run) => run.clients === clients && run.think === 0) as Run;
  const clients = compared(options);
  const details = measured.flatMap((each) => {
    const run = runOf(each, clients);
    return [
      kindsTable(each.title, runOf(each, Math.max(...options.clients))),
      needsTable(each.title, run),
      roomsTable(each.title, run),
    ];
  });
  const [first] = measured;
  const title = `${first?.title}, ${clients} clients: ${sizeOf(SMALL)} (small), ${sizeOf(options)} (large)`;
  const growth = first && small ? [dataTable(title, small, runOf(first, clients))] : [];
  return [...measured.map(clientsTable), ...growth, ...details];
}

async function measure(options: Options): Promise<Section> {
  const large = await loadShop(options.data, options, say);
  const measured: Measured[] = [];
  for (const name of options.shapes)
    measured.push({ title: TITLES[name], runs: await measureShape(name, large, loadsOf(options)) });
  const load = { clients: compared(options), seconds: options.seconds, think: 0 };
  const [small] = await measureShape(options.shapes[0] as ShapeName, await loadShop(options.data, SMALL, say), [load]);
  return {
    name: 'scale',
    how: howOf(options),
    findings: measured.flatMap(goals),
    tables: tablesOf(measured, small, options),
  };
}

const INTERRUPTED = 130;

function fail(error: unknown): void {
  if (process.exitCode === INTERRUPTED) return;
  process.stderr.write(`${error instanceof OptionsError ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options.help) return void process.stdout.write(USAGE);
    if (process.platform !== 'linux') throw new OptionsError('CPU time is read from /proc: this needs Linux.');
    const section = await measure(options);
    process.stdout.write(options.json ? `${JSON.stringify(section, null, 2)}\n` : `\n# scale\n\n${written(section)}\n`);
    if (options.write) await writeDocument([section], 'scale.md');
  } catch (error) {
    fail(error);
  } finally {
    await endAll();
  }
}

function interrupted(): void {
  process.exitCode = INTERRUPTED;
  void endAll().then(() => process.exit());
}
process.once('SIGINT', interrupted).once('SIGTERM', interrupted);

void main();
