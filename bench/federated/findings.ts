import { median, medianRatio } from '../measure/statistics';
import { figure, spread, type Finding, type Table } from '../report';
import type { Measured } from './contenders';
import { HEATS, LINEUP, type Name } from './lineup';
import type { Size } from './operations';

/** What each round has measured, of those who took part. */
export type Results = Readonly<Record<Size, ReadonlyMap<Name, readonly Measured[]>>>;

const SIZES: readonly Size[] = ['small', 'large'];
const QUERIES: Record<Size, string> = { small: '4 fetches', large: '16 fetches, 14 KB' };

type Goal = {
  readonly what: string;
  readonly ours: Name;
  readonly theirs: Name;
  readonly budget: number;
  readonly unit: string;
  readonly peers?: Readonly<Record<Size, string>>;
};

const GOALS: readonly Goal[] = [
  {
    what: 'over HTTP',
    ours: 'agora',
    theirs: 'stock',
    budget: 0.1,
    unit: 'of stock',
    peers: { small: 'stock: 2.73 CPU-s per 1000', large: 'stock: 16.8 CPU-s per 1000' },
  },
  { what: 'over HTTP', ours: 'agora', theirs: 'hive', budget: 0.5, unit: "of Hive's router runtime" },
  { what: 'in one process', ours: 'agoraOne', theirs: 'stockOne', budget: 0.04, unit: 'of stock' },
  { what: 'in one process', ours: 'agoraOne', theirs: 'monolith', budget: 1, unit: 'of the monolith' },
  { what: 'in one process, without HTTP', ours: 'agoraBare', theirs: 'stockBare', budget: 0.04, unit: 'of stock' },
  {
    what: 'in one process, without HTTP',
    ours: 'agoraBare',
    theirs: 'monolithBare',
    budget: 1,
    unit: 'of the monolith',
    peers: { small: 'monolith: 0.108 CPU-s per 1000', large: 'monolith: 0.73 CPU-s per 1000' },
  },
];

const all = (rounds: readonly Measured[], key: keyof Measured): number[] => rounds.flatMap((each) => each[key] ?? []);

/** The median of the rounds' ratios; undefined when one of both did not take part, or has nothing of the kind. */
function ratio(results: Results[Size], ours: Name, theirs: Name, key: 'cpu' | 'gateway' = 'cpu'): number | undefined {
  const [own, other] = [ours, theirs].map((name) => all(results.get(name) ?? [], key));
  return own?.length && other?.length ? medianRatio(own, other) : undefined;
}

export const findings = (results: Results): Finding[] =>
  SIZES.flatMap((size) =>
    GOALS.flatMap(({ what, ours, theirs, budget, unit, peers }): Finding[] => {
      const measured = ratio(results[size], ours, theirs);
      if (measured === undefined) return [];
      return [{ work: `${QUERIES[size]}, ${what}: CPU`, measured, budget, unit, peers: peers?.[size] }];
    }),
  );

/** What everybody needs for what ours needs 1 for. */
export function ratios(results: Results): Table {
  const cell = (size: Size, ours: Name, theirs: Name, key: 'cpu' | 'gateway') => {
    const times = ratio(results[size], theirs, ours, key);
    return times === undefined ? '' : figure(times);
  };
  return {
    title: "CPU, as so many times Agora's",
    columns: ['who', 'small query', 'large query', 'small query, gateway alone', 'large query, gateway alone'],
    rows: HEATS.flatMap(({ names, ours, what }) =>
      names
        .filter((name) => results.small.has(name))
        .map((name) => [
          LINEUP[name].who,
          ...SIZES.map((size) => cell(size, ours, name, 'cpu')),
          // Where there are no rooms apart, the gateway alone is all.
          ...SIZES.map((size) => (what === 'over HTTP' ? cell(size, ours, name, 'gateway') : '')),
        ]),
    ),
  };
}

const COLUMNS = ['cpu', 'gateway', 'rooms', 'perSecond', 'p50', 'p99'] as const;

function column(values: readonly number[]): string {
  if (values.length === 0) return '';
  return median(values) === 0 ? '–' : spread(values);
}

export const table = (size: Size, results: Results): Table => ({
  title: `The ${size} query`,
  columns: ['who', 'CPU-s per 1000', 'gateway', 'rooms', 'requests/s', 'p50 ms', 'p99 ms'],
  rows: [...results[size]].map(([name, rounds]) => [
    LINEUP[name].who,
    ...COLUMNS.map((key) => column(all(rounds, key))),
  ]),
});
