import { median } from '../measure/statistics';
import { figure, spread, type Finding, type Table } from '../report';

export const WORKS = ['list', 'page', 'search', 'checkout'] as const;
export type Work = (typeof WORKS)[number];

/** Of one piece of work: milliseconds of CPU, SQL statements, milliseconds until answered. */
export type Cost = {
  readonly node: number;
  readonly postgres: number;
  readonly statements: number;
  readonly took: number;
};

/** What a second costs in which nobody asks anything; memory in MB. */
export type Idle = Pick<Cost, 'node' | 'postgres' | 'statements'> & { readonly megabytes: number };

export type Measured = {
  readonly products: number;
  /** From start to first answer. */
  readonly starts: readonly Omit<Cost, 'statements'>[];
  readonly idle: Idle;
  readonly costs: Record<Work, readonly Cost[]>;
};

const TITLES: Record<Work, string> = {
  list: 'product list of 20 with variants and prices',
  page: 'product page',
  search: 'search with facets',
  checkout: 'checkout, cart to paid',
};

const BUDGETS: Record<Work, { cpu: number; statements?: number; peers: string }> = {
  list: { cpu: 5, statements: 4, peers: 'Vendure 3.7: 50 ms, 73; Medusa 2.21: 49 ms, 19' },
  page: { cpu: 3, statements: 8, peers: 'Vendure: 16 ms, 23; Medusa: 55 ms, 25' },
  search: { cpu: 5, peers: 'Vendure, 1,672 variants: 141 ms; Medusa, 120 variants: 33 ms, 14' },
  checkout: { cpu: 15, statements: 60, peers: 'Vendure: 121–156 ms, 271; Medusa: 670 ms, 548' },
};

const cpuOf = ({ node, postgres }: Pick<Cost, 'node' | 'postgres'>): number => node + postgres;

function ofWork(work: Work, costs: readonly Cost[]): Finding[] {
  const { cpu, statements: budget, peers } = BUDGETS[work];
  const ofCpu = {
    work: `${TITLES[work]}: CPU`,
    measured: median(costs.map(cpuOf)),
    budget: cpu,
    unit: 'ms',
    peers,
  };
  if (budget === undefined) return [ofCpu];
  const measured = median(costs.map(({ statements }) => statements));
  return [ofCpu, { work: `${TITLES[work]}: SQL`, measured, budget, unit: 'statements' }];
}

export function findings({ products, starts, idle, costs }: Measured): Finding[] {
  const all: Finding[] = [
    ...WORKS.flatMap((work) => ofWork(work, costs[work])),
    {
      work: 'start to first answer, data present',
      measured: median(starts.map(({ took }) => took / 1000)),
      budget: 3,
      unit: 's',
      peers: 'Vendure 2.1–4.8 s; Medusa 5.5 s',
    },
    {
      work: 'memory idle, without Postgres',
      measured: idle.megabytes,
      budget: 200,
      unit: 'MB',
      peers: 'Vendure 236 + worker 180; Medusa 413',
    },
  ];
  return all.map((finding) => ({ ...finding, work: `${products.toLocaleString('en-US')} products: ${finding.work}` }));
}

export function table({ products, costs, idle, starts }: Measured): Table {
  const rows = WORKS.map((work) => {
    const of = (pick: (cost: Cost) => number) => spread(costs[work].map(pick));
    // What the house would have looked for in that time without being asked: it is counted in the column before.
    const looks = median(costs[work].map(({ took }) => (took / 1000) * idle.statements));
    const [cpu, node, postgres] = [of(cpuOf), of((cost) => cost.node), of((cost) => cost.postgres)];
    const statements = of((cost) => cost.statements);
    return [TITLES[work], cpu, node, postgres, statements, figure(looks), of(({ took }) => took)];
  });
  const ofStart = (pick: (start: Measured['starts'][number]) => number) => spread(starts.map(pick));
  const [cpu, inNode, inPostgres] = [ofStart(cpuOf), ofStart((each) => each.node), ofStart((each) => each.postgres)];
  const start = ['start to first answer', cpu, inNode, inPostgres, '', '', ofStart(({ took }) => took)];
  const { node, postgres, statements } = idle;
  const nothing = [node + postgres, node, postgres, statements, statements].map(figure);
  return {
    title: `${products.toLocaleString('en-US')} products: each piece of work, with all that it leads to`,
    columns: [
      'work',
      'CPU ms',
      'Node ms',
      'Postgres ms',
      'SQL statements',
      'idle looks among them',
      'answered after ms',
    ],
    rows: [...rows, start, ['a second of nothing', ...nothing, '']],
  };
}
