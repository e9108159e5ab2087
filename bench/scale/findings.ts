import { quantile } from '../measure/statistics';
import { figure, type Finding, type Table } from '../report';
import type { Run } from './measure';
import { KINDS, QUERIES, type Kind } from './mix';

export type Measured = { readonly title: string; readonly runs: readonly Run[] };

/** Of the rate limit: told to clients so that they wait, and no failure. */
const LIMITED = 'RATE_LIMITED';

const TITLES: Record<Kind, string> = {
  list: 'list of 20 products',
  page: 'product page',
  search: 'search with facets',
  account: 'account: orders, coupons, notices',
  order: 'order detail',
  cart: 'cart: made, or added to',
  shipping: 'cart with shipping quotes',
  placing: 'order is placed',
  payment: 'order is paid',
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const timesOf = ({ seen }: Run, kinds: readonly Kind[] = KINDS) => kinds.flatMap((kind) => seen[kind]?.times ?? []);
export const finished = ({ seen }: Run, kinds: readonly Kind[] = KINDS) =>
  sum(kinds.map((kind) => seen[kind]?.finished ?? 0));
const at = (times: readonly number[], share: number) => (times.length === 0 ? '–' : figure(quantile(times, share)));

/** How often something failed, by why. */
function errorsOf({ seen }: Run, kinds: readonly Kind[] = KINDS): Map<string, number> {
  const counts = new Map<string, number>();
  for (const kind of kinds)
    for (const [why, count] of Object.entries(seen[kind]?.errors ?? {}))
      counts.set(why, (counts.get(why) ?? 0) + count);
  return counts;
}
const failed = (run: Run, kinds?: readonly Kind[]) =>
  sum([...errorsOf(run, kinds)].filter(([why]) => why !== LIMITED).map(([, count]) => count));
const limited = (run: Run, kinds?: readonly Kind[]) => errorsOf(run, kinds).get(LIMITED) ?? 0;

const percent = (count: number, of: number) => (of === 0 ? '–' : `${figure((100 * count) / of)} %`);
export const nameOf = ({ clients, think }: Run) =>
  `${clients.toLocaleString('en-US')}${think > 0 ? `, thinking ${think} s` : ''}`;

/** How figures grow with clients. */
export const clientsTable = ({ title, runs }: Measured): Table => ({
  title,
  columns: [
    'clients',
    'requests/s',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'p99 of queries ms',
    'errors',
    'rate limited',
    'Node ms a request',
    'Postgres ms a request',
    'connections',
    'of them at work',
    'memory MB',
  ],
  rows: runs.map((run) => {
    const [times, done] = [timesOf(run), finished(run)];
    const each = (seconds: number) => figure((seconds * 1000) / done);
    return [
      nameOf(run),
      figure(done / run.seconds),
      ...[0.5, 0.95, 0.99].map((share) => at(times, share)),
      at(timesOf(run, QUERIES), 0.99),
      percent(failed(run), times.length),
      percent(limited(run), times.length),
      each(run.node),
      each(run.postgres),
      String(run.connections),
      String(run.active),
      figure(run.megabytes),
    ];
  }),
});

const why = (run: Run, kind: Kind) =>
  [...errorsOf(run, [kind])].map(([reason, count]) => `${reason} ${count}`).join(', ');

/** Each kind of request of one run. */
export const kindsTable = (title: string, run: Run): Table => ({
  title: `${title}: each request at ${nameOf(run)} clients`,
  columns: ['request', 'requests/s', 'p50 ms', 'p95 ms', 'p99 ms', 'refused', 'errors', 'rate limited', 'which errors'],
  rows: KINDS.map((kind) => {
    const times = timesOf(run, [kind]);
    const { refused = 0 } = run.seen[kind] ?? {};
    return [
      TITLES[kind],
      figure(finished(run, [kind]) / run.seconds),
      ...[0.5, 0.95, 0.99].map((share) => at(times, share)),
      percent(refused, times.length),
      percent(failed(run, [kind]), times.length),
      percent(limited(run, [kind]), times.length),
      why(run, kind),
    ];
  }),
});

const growth = (small: number, large: number) => [figure(small), figure(large), `× ${figure(large / small)}`];

/** How figures grow with data: one run on a small shop, and one like it on a large. */
export function dataTable(title: string, small: Run, large: Run): Table {
  const cpu = (run: Run, key: 'node' | 'postgres') => (run[key] * 1000) / finished(run);
  const median = (run: Run, kind: Kind) => {
    const times = timesOf(run, [kind]);
    return times.length === 0 ? Number.NaN : quantile(times, 0.5);
  };
  return {
    title,
    columns: ['what', 'small shop', 'large shop', 'growth'],
    rows: [
      ['requests/s', ...growth(finished(small) / small.seconds, finished(large) / large.seconds)],
      ['Node: CPU ms a request', ...growth(cpu(small, 'node'), cpu(large, 'node'))],
      ['Postgres: CPU ms a request', ...growth(cpu(small, 'postgres'), cpu(large, 'postgres'))],
      ...KINDS.map((kind) => [`${TITLES[kind]}: p50 ms`, ...growth(median(small, kind), median(large, kind))]),
    ],
  };
}

/** The goal: a thousand at once, no error but those of the rate limit, queries within a second. */
export function goals({ title, runs }: Measured): Finding[] {
  return runs
    .filter(({ clients }) => clients >= 1000)
    .flatMap((run) => {
      const work = `${title}, ${nameOf(run)} clients`;
      const all = timesOf(run).length;
      return [
        {
          work: `${work}: answered without error`,
          measured: (100 * (all - failed(run))) / all,
          budget: 100,
          unit: '%',
          atLeast: true,
        },
        { work: `${work}: p99 of queries`, measured: quantile(timesOf(run, QUERIES), 0.99), budget: 1000, unit: 'ms' },
      ];
    });
}
