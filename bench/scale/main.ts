import { cpus } from 'node:os';
import { writeDocument } from '../document';
import { written, type Section, type Table } from '../report';
import { runBench, tell } from '../run';
import { signIn } from './buyers';
import { clientsTable, dataTable, goals, kindsTable, type Measured } from './findings';
import { findMaterial } from './material';
import { needsTable, roomsTable } from './needs';
import { measureRun, type Load, type Run } from './measure';
import { readOptions, USAGE, type Options, type ShapeName } from './options';
import { startShape } from './shapes';
import { loadShop, SMALL } from './shops';

const TITLES: Record<ShapeName, string> = {
  one: 'One process',
  distributed: 'Two gateways, two copies of catalog and orders',
};

/** Runs on one shape, one after another. */
async function measureShape(name: ShapeName, directory: string, loads: readonly Load[]): Promise<Run[]> {
  tell(`starting ${name}`);
  const shape = await startShape(name, directory);
  const material = await findMaterial(shape.login, Math.max(...loads.map(({ clients }) => clients)));
  tell(`signing ${material.buyers.length} buyers in`);
  const buyers = await signIn(shape.urls[0] as string, material.buyers);
  const runs: Run[] = [];
  for (const load of loads) {
    tell(`${load.clients} clients${load.think > 0 ? `, thinking ${load.think} s` : ''}`);
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
  const large = await loadShop(options.data, options, tell);
  const measured: Measured[] = [];
  for (const name of options.shapes)
    measured.push({ title: TITLES[name], runs: await measureShape(name, large, loadsOf(options)) });
  const load = { clients: compared(options), seconds: options.seconds, think: 0 };
  const [small] = await measureShape(options.shapes[0] as ShapeName, await loadShop(options.data, SMALL, tell), [load]);
  return {
    name: 'scale',
    how: howOf(options),
    findings: measured.flatMap(goals),
    tables: tablesOf(measured, small, options),
  };
}

async function benchmark(options: Options): Promise<void> {
  const section = await measure(options);
  process.stdout.write(options.json ? `${JSON.stringify(section, null, 2)}\n` : `\n# scale\n\n${written(section)}\n`);
  if (options.write) await writeDocument([section], 'scale.md');
}

runBench(readOptions, USAGE, benchmark);
