import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { DATABASE, readPassword, SUPERUSER } from '../../platform/data/embedded/cluster';
import { layOut } from '../../platform/data/embedded/layout';
import { atEnd, spawned, untilWritten } from '../measure/processes';
import type { ShapeName } from './options';

/** A process of Agora, told apart from its copies by nothing: `gateway`, `orders`. */
export type Part = { readonly name: string; readonly pid: number };

/** An Agora that runs, and the Postgres below it. */
export type Shape = {
  /** All but Postgres. */
  readonly parts: readonly Part[];
  readonly urls: readonly string[];
  /** The process that has started all others. */
  readonly pid: number;
  readonly postmaster: number;
  /** A login that sees every tenant. */
  readonly login: Client;
  stop(): Promise<void>;
};

const COPIES = { COPIES_catalog: '2', COPIES_orders: '2', COPIES_gateway: '2' };
const STARTS: Record<ShapeName, { file: string; gateways: number; environment: Record<string, string> }> = {
  one: { file: 'gateway/main.ts', gateways: 1, environment: { PORT: '0' } },
  distributed: { file: 'scripts/distributed/main.ts', gateways: 2, environment: COPIES },
};

/** The lines of the distributed shape's table: name, address, process. One process is all of Agora. */
function partsIn(written: string, pid: number): Part[] {
  const rows = [...written.matchAll(/^ {2}([a-z]+)(?:-\d+)? +\S+ +(\d+)$/gm)];
  if (rows.length === 0) return [{ name: 'agora', pid }];
  return rows.map(([, name = '', id]) => ({ name, pid: Number(id) }));
}

async function logIn(directory: string): Promise<{ login: Client; postmaster: number }> {
  const layout = layOut(directory);
  const [pid, , , port] = readFileSync(path.join(layout.cluster, 'postmaster.pid'), 'utf8').split('\n').map(Number);
  const login = new Client({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password: readPassword(layout),
    database: DATABASE,
  });
  await login.connect();
  return { login, postmaster: pid as number };
}

/** Starts Agora in a shape, as its users do, on a directory of data. */
export async function startShape(name: ShapeName, directory: string): Promise<Shape> {
  const { file, gateways, environment } = STARTS[name];
  const agora = spawned(file, [], { ...environment, AGORA_DATA: directory, SEED: 'none', LOG_LEVEL: 'warn' });
  // What a process says that was started by another has its name in front.
  await untilWritten(agora, new RegExp(`(^  GraphQL\\s+http\\S+\\n[^]*){${gateways}}`, 'm'));
  const urls = [...agora.written().matchAll(/^  GraphQL\s+(http\S+)$/gm)].map(([, url = '']) => url);
  const { login, postmaster } = await logIn(directory);
  const close = () => login.end().catch(() => {});
  atEnd(close);
  const stop = async () => {
    await close();
    await agora.stop();
  };
  return { urls, parts: partsIn(agora.written(), agora.pid), pid: agora.pid, postmaster, login, stop };
}
