import type { ChildProcess } from 'node:child_process';
import { cpuSeconds, residentMegabytes } from '../measure/cpu';
import { forked } from '../measure/processes';
import type { Buyer, Kind } from './mix';
import type { Seen, Task, Told } from './clients';
import type { Material } from './material';
import type { Shape } from './shapes';

export type Load = { readonly clients: number; readonly seconds: number; readonly think: number };

/** What so many clients have seen, and what it took. */
export type Run = Load & {
  readonly seen: Partial<Record<Kind, Seen>>;
  /** CPU seconds. */
  readonly node: number;
  readonly postgres: number;
  /** Connections to Postgres at one time, at most; and those that worked at one time. */
  readonly connections: number;
  readonly active: number;
  /** Resident, without Postgres. */
  readonly megabytes: number;
};

const SAMPLE = 500;
const CONNECTIONS = `select count(*) as connections, count(*) filter (where state = 'active') as active
  from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;

/** Looks again and again for the most connections there are at a time. */
function watching({ login }: Shape) {
  const most = { connections: 0, active: 0 };
  const look = async () => {
    const { rows } = await login.query<Record<keyof typeof most, string>>(CONNECTIONS);
    for (const key of ['connections', 'active'] as const) most[key] = Math.max(most[key], Number(rows[0]?.[key] ?? 0));
  };
  let looking = Promise.resolve();
  const timer = setInterval(() => (looking = looking.then(look)), SAMPLE);
  return async () => {
    clearInterval(timer);
    await looking;
    return most;
  };
}

const until = <T extends Told>(child: ChildProcess, is: (told: Told) => told is T): Promise<T> =>
  new Promise((resolve, reject) => {
    const ended = () => reject(new Error('The process with the clients has ended.'));
    const take = (told: Told) => {
      if (!is(told)) return;
      child.off('message', take).off('exit', ended);
      resolve(told);
    };
    child.on('message', take).once('exit', ended);
  });

const warmUp = ({ clients }: Load): number => (clients >= 100 ? 6 : 3);

/** Lets so many clients at a shape, from a process of their own. */
export async function measureRun(shape: Shape, load: Load, material: Material, buyers: readonly Buyer[]): Promise<Run> {
  const { process: child, stop } = forked('bench/scale/clients.ts', ['clients']);
  const task: Task = { ...load, urls: shape.urls, material, buyers, warmUp: warmUp(load) };
  const used = () => ({ node: cpuSeconds([shape.pid], shape.postmaster), postgres: cpuSeconds([shape.postmaster]) });
  const begun = until(child, (told) => told === 'begun');
  const over = until(child, (told) => told === 'over');
  const ended = until(child, (told): told is Exclude<Told, string> => typeof told === 'object');
  child.send(task);
  await begun;
  const before = used();
  const watched = watching(shape);
  await over;
  const after = used();
  const megabytes = residentMegabytes(shape.pid, shape.postmaster);
  const most = await watched();
  const { seen } = await ended;
  await stop();
  return {
    ...load,
    ...most,
    seen,
    megabytes,
    node: after.node - before.node,
    postgres: after.postgres - before.postgres,
  };
}
