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
  /** CPU seconds: of all but Postgres, with its parts by name; and of Postgres. */
  readonly node: number;
  readonly parts: Readonly<Record<string, number>>;
  readonly postgres: number;
  /** Connections to Postgres at one time, at most; and those that worked at one time. */
  readonly connections: number;
  readonly active: number;
  /** Resident, without Postgres. */
  readonly megabytes: number;
  /** What Postgres did for each room. */
  readonly rooms: readonly RoomWork[];
};

/** Milliseconds that statements took, waits included; `reading`: those that change nothing. */
export type RoomWork = {
  readonly room: string;
  readonly statements: number;
  readonly took: number;
  readonly reading: number;
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
  const timer = setInterval(() => void (looking = looking.then(look)), SAMPLE);
  return async () => {
    clearInterval(timer);
    await looking;
    return most;
  };
}

const ROOMS = `select replace(r.rolname, 'agora_', '') as room, sum(s.calls)::float8 as statements, sum(s.total_exec_time) as took,
    coalesce(sum(s.total_exec_time) filter (where s.query ~* '^\\s*(select|with)' and s.query !~* '\\m(insert into|update|delete from|for no key|pg_notify)\\M'), 0) as reading
  from pg_stat_statements s join pg_roles r on r.oid = s.userid where r.rolname like 'agora\\_%' group by 1 order by 3 desc`;

const roomsOf = async ({ login }: Shape): Promise<RoomWork[]> => (await login.query<RoomWork>(ROOMS)).rows;

/** CPU seconds so far. */
function usedBy({ pid, postmaster, parts }: Shape) {
  const each: Record<string, number> = {};
  for (const part of parts) each[part.name] = (each[part.name] ?? 0) + cpuSeconds([part.pid], postmaster);
  return { node: cpuSeconds([pid], postmaster), postgres: cpuSeconds([postmaster]), parts: each };
}
type Used = ReturnType<typeof usedBy>;

const between = (before: Used, after: Used): Used => ({
  node: after.node - before.node,
  postgres: after.postgres - before.postgres,
  parts: Object.fromEntries(
    Object.entries(after.parts).map(([name, used]) => [name, used - (before.parts[name] ?? 0)]),
  ),
});

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
  const begun = until(child, (told) => told === 'begun');
  const over = until(child, (told) => told === 'over');
  const ended = until(child, (told): told is Exclude<Told, string> => typeof told === 'object');
  child.send(task);
  await begun;
  await shape.login.query('select pg_stat_statements_reset()');
  const before = usedBy(shape);
  const watched = watching(shape);
  await over;
  const used = between(before, usedBy(shape));
  const megabytes = residentMegabytes(shape.pid, shape.postmaster);
  const most = await watched();
  const rooms = await roomsOf(shape);
  const { seen } = await ended;
  await stop();
  return { ...load, ...most, ...used, seen, megabytes, rooms };
}
